// Reads a report that a mail came back (a "bounce"), or that its reader complained of it.
// Source: RFC 3464 (delivery status notifications), RFC 3462 (multipart/report), RFC 5965 (feedback reports).
import PostalMime from "postal-mime";
import { tokenIn } from "./return-path.ts";

export interface ReturnedMail {
  /** The Message-ID of our mail, from the headers that the report carries back; undefined where it carries none. */
  readonly messageId: string | undefined;
  /** The tokens of the addresses to which the report came: the return path of our mail. */
  readonly returnTokens: readonly string[];
  /** To whom the report says that nothing could be delivered: ours, or the one to which hers forwards. */
  readonly address: string;
  /** What the mail server said. */
  readonly reason: string;
  /** The address will not receive this or another mail; otherwise the other server is still trying. */
  readonly isFinal: boolean;
}

/** Headers in which mail servers write to whom a message came; the last three are written on arrival. */
const recipientHeaders = ["to", "delivered-to", "x-original-to", "envelope-to"];

/** The failures that the report tells of; empty when it is no report, or says nothing of which mail it is about. */
export async function readDeliveryReport(message: Uint8Array | string): Promise<ReturnedMail[]> {
  const report = await PostalMime.parse(message, { forceRfc822Attachments: true });
  const part = (type: RegExp) => report.attachments.find(({ mimeType }) => type.test(mimeType));
  const status = part(/^message\/(global-)?delivery-status$/i);
  const original = part(/^(message\/(rfc822|global)|text\/rfc822-headers|message\/rfc822-headers)$/i);
  const messageId = /^message-id:\s*(<[^>\s]+>)/im.exec(unfolded(textOf(original?.content)))?.[1];
  const returnTokens = report.headers
    .filter(({ key }) => recipientHeaders.includes(key))
    .flatMap(({ value }) => value.split(",").flatMap((address) => tokenIn(address) ?? []));
  const complaint = part(/^message\/feedback-report$/i);
  if (complaint !== undefined) return readComplaint(unfolded(textOf(complaint.content)), messageId, returnTokens);
  // Why a status is asked for: what is merely sent to a return path may be an absence notice (RFC 3834 §4).
  if (status === undefined || (messageId === undefined && returnTokens.length === 0)) return [];
  const [, ...recipients] = unfolded(textOf(status.content)).split(/\r?\n\s*\r?\n/);
  return recipients.flatMap((group): ReturnedMail[] => {
    const action = field(group, "Action")?.toLowerCase();
    const address = field(group, "Final-Recipient")
      ?.replace(/^[^;]*;\s*/, "")
      .replace(/^<|>$/g, "");
    if (address === undefined || (action !== "failed" && action !== "delayed")) return [];
    const code = field(group, "Status") ?? "";
    const said = field(group, "Diagnostic-Code")?.replace(/^[^;]*;\s*/, "") ?? "";
    const reason = `${code} ${said}`.trim().slice(0, 300);
    return [{ messageId, returnTokens, address, reason, isFinal: action === "failed" && !code.startsWith("4") }];
  });
}

/** What is no complaint ("not-spam", or a report of another kind) is nothing. */
function readComplaint(text: string, messageId: string | undefined, returnTokens: readonly string[]): ReturnedMail[] {
  const kind = field(text, "Feedback-Type")?.toLowerCase() ?? "";
  if (!["abuse", "fraud", "virus", "other"].includes(kind)) return [];
  const bare = (name: string) => field(text, name)?.replace(/^<|>$/g, "") ?? "";
  const tokens = [...returnTokens, ...[tokenIn(bare("Original-Mail-From"))].filter((each) => each !== undefined)];
  if (messageId === undefined && tokens.length === 0) return [];
  const address = bare("Original-Rcpt-To");
  return [{ messageId, returnTokens: tokens, address, reason: `complaint: ${kind}`, isFinal: true }];
}

function field(group: string, name: string): string | undefined {
  return new RegExp(`^${name}:\\s*(.+)$`, "im").exec(group)?.[1]?.trim();
}

/** A header may go on in the next line. */
function unfolded(text: string): string {
  return text.replace(/\r?\n[ \t]+/g, " ");
}

function textOf(content: ArrayBuffer | Uint8Array | string | undefined): string {
  if (content === undefined) return "";
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}
