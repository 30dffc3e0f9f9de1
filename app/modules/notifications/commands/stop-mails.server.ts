// Takes back mails that wait, because what they speak of will not happen. What has left, or is leaving at this moment, is not touched.
import type { ContextWithin } from "#app/platform/context.server.ts";
import { sealedAddressOnly } from "../domain/delivery-rules.ts";
import type { MailSubject } from "./queue-mail.server.ts";

/** Gives how many were stopped. What tells of something that happened stays true: the caller names its templates, and writes its own act into the log. */
export async function stopMails(
  within: ContextWithin,
  subjects: readonly MailSubject[],
  { stillLeave = [] }: { readonly stillLeave?: readonly string[] } = {},
): Promise<number> {
  let stopped = 0;
  for (const { type: subjectType, id: subjectId } of subjects) {
    const waiting = { subjectType, subjectId, state: "waiting", template: { notIn: [...stillLeave] } };
    // Privacy: of a confidential mail no row stays that has nothing to do any more.
    const gone = await within.database.outgoingMail.deleteMany({ where: { ...waiting, toAddress: sealedAddressOnly } });
    const kept = await within.database.outgoingMail.updateMany({
      where: waiting,
      data: { state: "stopped", sealed: null },
    });
    stopped += gone.count + kept.count;
  }
  return stopped;
}
