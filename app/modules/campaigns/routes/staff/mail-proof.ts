// The proof of sending of one campaign, as a file: /staff/elections/:electionId/mail-proofs/:campaignId
import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvByteOrderMark } from "#app/lib/csv/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { permissions } from "../../module.ts";
import { findCampaign } from "../../queries/campaigns.server.ts";
import { proofOf } from "../../queries/proof.server.ts";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const context = await openDoor(args, { roles: permissions["campaigns:read"], steppedUp: true });
  const { electionId = "", campaignId = "" } = args.params;
  const found = await findCampaign(context, { electionId, campaignId });
  // Privacy: while the box is open, not even how many reminders failed.
  if (found === undefined || found.campaign.proofHash === null) return new Response(null, { status: 404 });
  const { file } = await proofOf(context, found.campaign);
  return new Response(csvByteOrderMark + file, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="mail-${found.campaign.kind}-${campaignId.slice(0, 8)}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
