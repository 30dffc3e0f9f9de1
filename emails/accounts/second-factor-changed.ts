// Tells that the second factor was turned on or off, in case it was somebody else.
import { z } from "zod";
import { addressee, moment, template } from "../letter.ts";

export const secondFactorChanged = template(
  z.object({ ...addressee, userId: z.string(), isOn: z.boolean(), changedAt: z.iso.datetime(), link: z.url() }),
  ({ userId, isOn, changedAt, link }, pen) => {
    const act = isOn ? "secondFactorOn" : "secondFactorOff";
    return {
      subject: pen.t(`mails.${act}.subject`),
      blocks: [
        { kind: "text", text: pen.t(`mails.${act}.body`, { userId, moment: moment(pen, changedAt) }) },
        { kind: "notice", text: pen.t("mails.changedNotYou") },
        { kind: "button", label: pen.t("mails.replacePassword"), href: link },
      ],
    };
  },
);
