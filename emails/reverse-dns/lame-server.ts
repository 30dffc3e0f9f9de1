// Tells the contacts of a block that one of its name servers does not answer for the reverse zones, or was taken out of them.
import { z } from "zod";
import { addressee, moment, template } from "../letter.ts";

export const lameServer = template(
  z.object({
    ...addressee,
    isRemoved: z.boolean(),
    host: z.string(),
    block: z.string(),
    organizationName: z.string(),
    zones: z.array(z.string()),
    moreZones: z.number().int(),
    lameSince: z.iso.datetime(),
    removalOn: z.iso.datetime().nullable(),
    url: z.url(),
  }),
  ({ isRemoved, host, block, organizationName, zones, moreZones, lameSince, removalOn, url }, pen) => {
    const { t } = pen;
    const kind = isRemoved ? "removed" : "lame";
    const named = zones.join(", ");
    return {
      subject: t(`mails.lameServer.${kind}.subject`, { host, block }),
      blocks: [
        { kind: "text", text: t(`mails.lameServer.${kind}.body`, { host }) },
        {
          kind: "facts",
          facts: [
            { term: t("mails.organization"), value: organizationName },
            { term: t("mails.lameServer.block"), value: block },
            { term: t("mails.lameServer.server"), value: host },
            {
              term: t("mails.lameServer.zones"),
              value: moreZones > 0 ? t("mails.lameServer.andMore", { zones: named, count: moreZones }) : named,
            },
            { term: t("mails.lameServer.since"), value: moment(pen, lameSince) },
            ...(removalOn === null ? [] : [{ term: t("mails.lameServer.removal"), value: moment(pen, removalOn) }]),
          ],
        },
        { kind: "button", label: t("mails.lameServer.button"), href: url },
        { kind: "notice", text: t(`mails.lameServer.${kind}.todo`) },
      ],
    };
  },
);
