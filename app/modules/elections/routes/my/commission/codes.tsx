// A commission member's browser makes the voting codes.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import { mailRoomRecipient } from "#app/modules/notifications/index.server.ts";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Panel } from "#app/ui/panel.tsx";
import { listRoll } from "../../../queries/roll.server.ts";
import type { CodesOrder } from "../../../ui/ceremony/codes-desk.tsx";
import { CodesDesk } from "../../../ui/ceremony/codes-desk.tsx";
import { OnlyAwake } from "../../../ui/ceremony/only-awake.tsx";
import { CodesPreview } from "../../../ui/desk/codes-preview.tsx";
import { DutyPage } from "../../../ui/desk/duty-page.tsx";
import { loadCommissionView } from "./commission-view.server.ts";

export const handle: PageHandle = { title: "elections:ceremony.pages.codes.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission"], steppedUp: true });
  const { election } = await loadCommissionView(context, args.params["electionId"]);
  const { id: electionId } = election;
  const order: CodesOrder = {
    electionId,
    group: election.group as GroupName,
    mailRoomRecipient: await mailRoomRecipient(context),
  };
  return { election, order, roll: await listRoll(context, { electionId, page: 1 }) };
}

// Why never: asking again could lead away from a page that holds ten thousand codes.
export function shouldRevalidate(): boolean {
  return false;
}

export default function CodesPage() {
  const { election, order, roll } = useLoaderData<typeof loader>();
  const { t } = useTranslation("elections");
  const hasCodes = election.preparation.some(({ step, done }) => step === "credentials" && done > 0);
  return (
    <DutyPage page="codes" election={election}>
      {election.rollFrozenAt === null ? <Panel title={t("refusals.ROLL_NOT_FROZEN")} /> : null}
      {election.sealedAt === null ? null : <Panel title={t("refusals.CREDENTIALS_AFTER_SEALING")} />}
      {election.rollFrozenAt !== null && election.sealedAt === null ? (
        <OnlyAwake>
          {() => (
            <CodesDesk order={order} hasCodes={hasCodes} preview={<CodesPreview election={election} roll={roll} />} />
          )}
        </OnlyAwake>
      ) : null}
    </DutyPage>
  );
}
