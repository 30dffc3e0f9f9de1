// A commission member's desk for one election; auditors read it without actions. It stands here for the same reason as commission.tsx.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { findCommissionView } from "#app/modules/elections/index.server.ts";
import type { ElectionOfCommission } from "#app/modules/elections/index.ts";
import { CommissionDesk } from "#app/modules/elections/index.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { furtherDutiesOf } from "./further-duties.server.ts";

export const handle: PageHandle<ElectionOfCommission> = {
  title: ({ loaded, language }) => inLanguage(loaded.view.election.title, language),
};

export async function loader(args: LoaderFunctionArgs): Promise<ElectionOfCommission> {
  const context = await openDoor(args, { roles: ["commission", "auditor"] });
  const view = await findCommissionView(context, args.params["electionId"] ?? "");
  if (view === undefined) throw new Response(null, { status: 404 });
  return { view, further: await furtherDutiesOf(context, view) };
}

export default function CommissionDeskPage() {
  return <CommissionDesk {...useLoaderData<typeof loader>()} />;
}
