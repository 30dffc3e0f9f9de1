// A trustee's whole key ceremony on one page: it always shows the one thing to do now, or whom one waits for.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { GroupName } from "#app/lib/ballot-protocol/index.ts";
import { Button } from "#app/ui/button.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { linkToCommissionDesk, linkToDuty } from "../../links.ts";
import type { CommissionView } from "../../queries/commission-view.server.ts";
import { ceremonySteps, PreparationSteps, WhoIsAwaited } from "../desk/preparation-steps.tsx";
import type { CeremonyState, KeySeat } from "./ceremony-requests.ts";
import { ElectionKey } from "./election-key.tsx";
import { LaterRounds } from "./later-rounds.tsx";
import { RoundOne } from "./round-one.tsx";
import { Stage } from "./stage.tsx";
import { UnlockKey } from "./unlock-key.tsx";
import { useCeremonyWorker } from "./use-ceremony-worker.ts";
import { useLiveCeremony } from "./use-live-ceremony.ts";

type Ceremony = NonNullable<CommissionView["ceremony"]>;

/** The ceremony as the worker wants it. */
export function stateOf(ceremony: Ceremony): CeremonyState {
  return { ...ceremony, group: ceremony.group as GroupName };
}

export function seatOf({ electionId, ownIndex }: Ceremony): KeySeat {
  return { electionId, index: ownIndex };
}

export function KeyDesk({ initial }: { readonly initial: CommissionView }) {
  const { t } = useTranslation("elections");
  const { view, refresh } = useLiveCeremony(initial);
  const worker = useCeremonyWorker();
  const [isUnlocked, setUnlocked] = useState(false);
  const { ceremony, election } = view;
  if (ceremony === null) return <NoKey electionId={election.id} />;
  const state = stateOf(ceremony);
  const seat = seatOf(ceremony);
  const hasOwn = (messages: readonly unknown[]) => messages[ceremony.ownIndex - 1] !== null;
  const duty = view.duties.find((each) => each === "polynomial" || each === "verification-key");
  return (
    <div className="space-y-8">
      <Stage name={stageOf(view, isUnlocked)}>
        {!hasOwn(ceremony.certificates) ? (
          <RoundOne
            seat={seat}
            state={state}
            worker={worker}
            onPublished={async () => {
              setUnlocked(true);
              await refresh();
            }}
          />
        ) : hasOwn(ceremony.verificationKeys) ? (
          <OwnPartDone view={view} state={state} worker={worker} />
        ) : isUnlocked ? (
          <LaterRounds electionId={election.id} duty={duty} state={state} worker={worker} onPublished={refresh} />
        ) : (
          <Locked
            seat={seat}
            worker={worker}
            hasSomethingToDo={duty !== undefined}
            onUnlocked={() => setUnlocked(true)}
          />
        )}
      </Stage>
      {hasOwn(ceremony.certificates) && ceremony.trusteesPayload === null ? (
        <WhoIsAwaited election={election} among={ceremonySteps} />
      ) : null}
      <Section title={t("desk.preparation")}>
        <PreparationSteps preparation={election.preparation} />
      </Section>
    </div>
  );
}

/** Changes whenever the page shows another task. */
function stageOf({ ceremony, duties }: CommissionView, isUnlocked: boolean): string {
  const isDone = typeof ceremony?.trusteesPayload === "string";
  return `${duties.join(" ")} ${isUnlocked ? "unlocked" : "locked"} ${isDone ? "done" : "under way"}`;
}

function Locked({
  seat,
  worker,
  hasSomethingToDo,
  onUnlocked,
}: {
  readonly seat: KeySeat;
  readonly worker: ReturnType<typeof useCeremonyWorker>;
  readonly hasSomethingToDo: boolean;
  readonly onUnlocked: () => void;
}) {
  const { t } = useTranslation("elections");
  const [isOpen, setOpen] = useState(false);
  if (!hasSomethingToDo && !isOpen) {
    return (
      <Panel title={t("ceremony.waiting.title")}>
        <p>{t("ceremony.waiting.leaving")}</p>
        <Button size="small" onClick={() => setOpen(true)}>
          {t("ceremony.waiting.unlockNow")}
        </Button>
      </Panel>
    );
  }
  return (
    <div className="space-y-4">
      <p className="max-w-text">{t("ceremony.unlock.why")}</p>
      <UnlockKey seat={seat} worker={worker} actionLabel={t("ceremony.unlock.open")} onUnlocked={onUnlocked} />
    </div>
  );
}

function OwnPartDone({
  view: { ceremony, election },
  state,
  worker,
}: {
  readonly view: CommissionView;
  readonly state: CeremonyState;
  readonly worker: ReturnType<typeof useCeremonyWorker>;
}) {
  const { t } = useTranslation("elections");
  if (state.trusteesPayload === null)
    return (
      <Panel tone="success" title={t("ceremony.roundThree.done")}>
        {t("ceremony.roundThree.othersMissing")}
      </Panel>
    );
  return (
    <div className="space-y-5">
      <ElectionKey state={state} worker={worker} />
      {ceremony?.hasRehearsed ? (
        <LinkButton to={linkToCommissionDesk(election.id)}>{t("ceremony.toDesk")}</LinkButton>
      ) : (
        <LinkButton variant="primary" to={linkToDuty(election.id, "rehearsal")}>
          {t("ceremony.toRehearsal")}
        </LinkButton>
      )}
    </div>
  );
}

export function NoKey({ electionId }: { readonly electionId: string }) {
  const { t } = useTranslation("elections");
  return (
    <Panel title={t("ceremony.noKey.title")}>
      <p>{t("ceremony.noKey.text")}</p>
      <LinkButton size="small" to={linkToCommissionDesk(electionId)}>
        {t("ceremony.toDesk")}
      </LinkButton>
    </Panel>
  );
}
