// The commission seals the empty ballot box.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { fingerprintsToCompare, sealBallotBox } from "../../../commands/seal-ballot-box.server.ts";
import { linkToCommissionDesk } from "../../../links.ts";
import { findElection } from "../../../queries/elections.server.ts";
import { DutyPage } from "../../../ui/desk/duty-page.tsx";
import { SealDesk } from "../../../ui/desk/seal-desk.tsx";
import { fingerprintsOf } from "./fingerprints.server.ts";
import { loadCommissionView } from "./commission-view.server.ts";

const comparedInput = z.object({ trustees: z.string(), credentials: z.string() });

export const handle: PageHandle = { title: "elections:ceremony.pages.seal.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission"], steppedUp: true });
  const view = await loadCommissionView(context, args.params["electionId"]);
  const whole = await findElection(context, view.election.id);
  return {
    election: view.election,
    fingerprints: whole === undefined ? {} : fingerprintsOf(whole),
    compared: fingerprintsToCompare(whole ?? { trusteesPayload: null, credentialsPayload: null }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission"], steppedUp: true });
  const electionId = args.params["electionId"] ?? "";
  const form = await args.request.formData();
  const read = comparedInput.parse(Object.fromEntries(form));
  const sealed = await sealBallotBox(context, { electionId, compared: read });
  return sealed.ok ? redirect(linkToCommissionDesk(electionId)) : { refusal: sealed.error };
}

export default function SealPage() {
  const { election, fingerprints, compared } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <DutyPage page="seal" election={election}>
      <SealDesk election={election} fingerprints={fingerprints} compared={compared} refusal={answer?.refusal} />
    </DutyPage>
  );
}
