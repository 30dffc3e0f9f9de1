// A trustee's key ceremony: rounds 1 to 3, in this browser.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import type { CommissionView } from "../../../queries/commission-view.server.ts";
import { KeyDesk } from "../../../ui/ceremony/key-desk.tsx";
import { OnlyAwake } from "../../../ui/ceremony/only-awake.tsx";
import { DutyPage } from "../../../ui/desk/duty-page.tsx";
import { loadCommissionView } from "./commission-view.server.ts";

export const handle: PageHandle = { title: "elections:ceremony.pages.key.title" };

// Why a fresh proof here and not only when something is published: nobody should be sent away in the middle of the work.
export async function loader(args: LoaderFunctionArgs): Promise<CommissionView> {
  const context = await openDoor(args, { roles: ["commission"], steppedUp: true });
  return loadCommissionView(context, args.params["electionId"]);
}

// Why never: asking again could lead away from a page that holds an unlocked key. The page watches the ceremony by itself.
export function shouldRevalidate(): boolean {
  return false;
}

export default function KeyPage() {
  const initial = useLoaderData<typeof loader>();
  return (
    <DutyPage page="key" election={initial.election}>
      <OnlyAwake>{() => <KeyDesk initial={initial} />}</OnlyAwake>
    </DutyPage>
  );
}
