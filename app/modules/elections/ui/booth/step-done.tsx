// The one unmistakable end: the vote is cast, with the tracker. Nothing here shows the choice, and nothing here could prove it.
// Source: CM/Rec(2017)5 nos. 16 and 23; GOV.UK confirmation page (no links inside the coloured panel).
import { useTranslation } from "react-i18next";
import { Button } from "#app/ui/button.tsx";
import { Code } from "#app/ui/code.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { linkToBallotBox, linkToResult } from "../../links.ts";
import { TextLink } from "#app/ui/text-link.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { BoothElection, BoothEntry } from "./booth-election.ts";
import type { AcceptedBallot } from "./cast-answer.ts";
import { StepHeading } from "./step-heading.tsx";
import { WhichVoteCounts } from "./which-vote-counts.tsx";

export interface StepDoneProps {
  readonly election: BoothElection;
  /** What was cast now: every organisation with its own ballot. */
  readonly receipts: readonly { readonly entry: BoothEntry; readonly receipt: AcceptedBallot }[];
  /** Organisations that have not voted yet. */
  readonly remaining: readonly BoothEntry[];
  /** A commission member entered it for the organisation. */
  readonly isByHand: boolean;
  readonly onVoteFor: (entryId: string) => void;
}

export function StepDone({ election, receipts, remaining, isByHand, onVoteFor }: StepDoneProps) {
  const { t } = useTranslation("elections");
  const [first] = receipts;
  return (
    <div className="space-y-6">
      <Confirmation election={election} receipts={receipts} />
      <p className="hidden wrap-anywhere print:block">
        {t("booth.done.address", { address: new URL(linkToBallotBox(election.id), window.location.href).href })}
      </p>
      {remaining.length > 0 ? <Remaining remaining={remaining} onVoteFor={onVoteFor} /> : null}
      <WhatNext election={election} isByHand={isByHand} />
      <div className="no-print flex flex-wrap gap-3">
        {first === undefined ? null : (
          <LinkButton
            to={linkToBallotBox(election.id, receipts.length > 1 ? {} : { tracker: first.receipt.tracker })}
            variant={remaining.length > 0 ? "secondary" : "primary"}
          >
            <Icon name="box" />
            {t("booth.done.toBox")}
          </LinkButton>
        )}
        <Button onClick={() => window.print()}>{t("booth.done.print")}</Button>
      </div>
    </div>
  );
}

function Confirmation({ election, receipts }: Pick<StepDoneProps, "election" | "receipts">) {
  const { t } = useTranslation("elections");
  const isSeveral = receipts.length > 1;
  const title = isSeveral ? "booth.done.titleSeveral" : "booth.done.title";
  return (
    <div className="forced-border space-y-4 rounded-lg border-2 border-success bg-success-soft p-5 sm:p-8">
      <div className="flex items-start gap-3">
        <Icon name="check" className="mt-0.5 size-8 text-success" />
        <StepHeading takesFocus>{t(election.isTest ? `${title}Test` : title, { count: receipts.length })}</StepHeading>
      </div>
      <ul className="space-y-5 divide-y divide-line">
        {receipts.map((each) => (
          <li key={each.entry.id} className="avoid-break space-y-3 not-last:pb-5">
            <OneReceipt {...each} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function OneReceipt({ entry, receipt }: StepDoneProps["receipts"][number]) {
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  return (
    <>
      <p className="text-lg">{t("booth.done.for", { name: entry.organizationName, count: entry.votes })}</p>
      <div>
        <p className="mb-1 font-semibold">{t("booth.done.tracker")}</p>
        <Code value={receipt.tracker} label={t("booth.done.tracker")} isLarge />
      </div>
      <p>{t("booth.done.position", { position: number(receipt.position) })}</p>
      <p>
        {receipt.castAt === null ? (
          t("booth.done.arrivedBefore")
        ) : (
          <>
            {t("booth.done.at")} <Instant at={receipt.castAt} precision="second" />
          </>
        )}
      </p>
    </>
  );
}

function Remaining({ remaining, onVoteFor }: Pick<StepDoneProps, "remaining" | "onVoteFor">) {
  const { t } = useTranslation("elections");
  return (
    <section className="no-print space-y-3">
      <h3 className="text-lg font-semibold">{t("booth.done.remaining", { count: remaining.length })}</h3>
      <ul className="flex flex-wrap gap-3">
        {remaining.map((entry, index) => (
          <li key={entry.id}>
            <Button variant={index === 0 ? "primary" : "secondary"} onClick={() => onVoteFor(entry.id)}>
              {t("booth.done.next", { name: entry.organizationName, count: entry.votes })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function WhatNext({ election, isByHand }: Pick<StepDoneProps, "election" | "isByHand">) {
  const { t } = useTranslation("elections");
  return (
    <section>
      <h3 className="mb-2 text-lg font-semibold">{t("booth.done.whatNext")}</h3>
      <ul className="max-w-text list-disc space-y-1.5 ps-5">
        <li>{t(isByHand ? "booth.done.mailByHand" : "booth.done.mail")}</li>
        <li>{t("booth.done.keep")}</li>
        <li>
          <WhichVoteCounts closesAt={election.closesAt} isByHand={isByHand} />
        </li>
        <li>
          {t("booth.done.result")} <TextLink to={linkToResult(election.id)}>{t("booth.done.resultLink")}</TextLink>.
        </li>
      </ul>
    </section>
  );
}
