// The receipt: the tracker proves that the ballot is in the box, and says nothing of the choice.
import { z } from "zod";
import { addressee, moment, template } from "../letter.ts";

export const ballotReceived = template(
  z.object({
    ...addressee,
    organizationName: z.string(),
    electionTitle: z.string(),
    tracker: z.string(),
    boxLink: z.url(),
    closesAt: z.iso.datetime(),
  }),
  ({ organizationName, electionTitle, tracker, boxLink, closesAt }, pen) => ({
    subject: pen.t("mails.ballotReceived.subject", { organizationName, electionTitle }),
    blocks: [
      { kind: "text", text: pen.t("mails.ballotReceived.body", { organizationName, electionTitle }) },
      { kind: "code", label: pen.t("mails.ballotReceived.tracker"), value: tracker },
      { kind: "button", label: pen.t("mails.ballotReceived.button"), href: boxLink },
      { kind: "text", text: pen.t("mails.ballotReceived.again", { moment: moment(pen, closesAt) }) },
      { kind: "notice", text: pen.t("mails.ballotReceived.notYou") },
    ],
  }),
);
