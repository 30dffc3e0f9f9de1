// The proof of sending: what the mail server answered for each recipient, as a file, and the hash that stands in the log.
// Privacy: of a reminder to who has not voted there are no names, and only after the close how many mails failed.
import { createHash } from "node:crypto";
import { csvLine } from "#app/lib/csv/index.ts";
import { countMails, listMailProofs } from "#app/modules/notifications/index.server.ts";
import type { ReadingContext } from "#app/platform/context.server.ts";
import type { KeptCampaign } from "./campaigns.server.ts";

export interface Proof {
  /** Comma-separated values with a first line of names. */
  readonly file: string;
  readonly hash: string;
  readonly totals: {
    /** Absent for reminders, whose mails leave no row. */
    readonly sent?: number;
    readonly failed: number;
    readonly bounced: number;
    readonly unknown: number;
  };
  readonly isOnItsWay: boolean;
}

export async function proofOf(context: ReadingContext, campaign: KeptCampaign): Promise<Proof> {
  const { waiting, sending, sent, failed, bounced, unknown } = await countMails(context, {
    type: "campaign",
    id: campaign.id,
  });
  const totals = campaign.audience === "all" ? { sent, failed, bounced, unknown } : { failed, bounced, unknown };
  const file = campaign.audience === "all" ? await namedFile(context, campaign) : totalsFile(totals);
  return {
    file,
    hash: createHash("sha256").update(file).digest("hex"),
    totals,
    isOnItsWay: waiting + sending > 0,
  };
}

async function namedFile(context: ReadingContext, { id }: KeptCampaign): Promise<string> {
  const proofs = await listMailProofs(context, { type: "campaign", id });
  const header = ["address", "language", "state", "queued_at", "sent_at", "message_id", "answer"];
  const lines = proofs.map(({ toAddress, language, state, queuedAt, sentAt, messageId, answer }) => [
    ...[toAddress, language, state, queuedAt, sentAt ?? "", messageId ?? "", answer],
  ]);
  return [header, ...lines].map((line) => csvLine(line)).join("");
}

function totalsFile(totals: Proof["totals"]): string {
  return [["state", "mails"], ...Object.entries(totals)].map(csvLine).join("");
}
