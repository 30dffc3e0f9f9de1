// What every page of the commission asks first.
import type { PersonContext } from "#app/modules/accounts/index.server.ts";
import type { CommissionView } from "../../../queries/commission-view.server.ts";
import { findCommissionView } from "../../../queries/commission-view.server.ts";

/** The election from the person's seat; answers 404 by itself when there is none. */
export async function loadCommissionView(
  context: PersonContext,
  electionId: string | undefined,
): Promise<CommissionView> {
  const view = await findCommissionView(context, electionId ?? "");
  if (view === undefined) throw new Response(null, { status: 404 });
  return view;
}
