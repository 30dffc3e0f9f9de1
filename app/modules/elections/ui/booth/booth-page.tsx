// The page around the booth: in every phase, for those who vote in this election and for those who do not.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { inLanguage } from "#app/platform/language/languages.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Page } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { linkToElection, linkToOpenRoll } from "../../links.ts";
import { TestElectionNotice } from "../public/phase-badge.tsx";
import { Booth } from "./booth.tsx";
import type { BoothChannel, BoothElection, BoothEntry } from "./booth-election.ts";
import { BoothNotOpen } from "./booth-not-open.tsx";
import { readBallotQuestions } from "./choices.ts";

export interface BoothPageProps {
  readonly election: BoothElection;
  readonly entries: readonly BoothEntry[];
  readonly channel: BoothChannel;
}

export function BoothPage({ election, entries, channel }: BoothPageProps) {
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const title = inLanguage(election.title, language);
  // Source: CM/Rec(2017)5 no. 4: the voter is told that this is a real vote, where she can vote.
  const isReal = !election.isTest && election.phase === "open" && (entries.length > 0 || channel.kind === "link");
  return (
    <Page
      width="text"
      title={t("booth.title", { title })}
      lead={isReal ? t("booth.real") : undefined}
      breadcrumbs={[{ label: title, to: linkToElection(election.id) }]}
    >
      <TestElectionNotice isTest={election.isTest} />
      <Content election={election} entries={entries} channel={channel} />
      {channel.kind === "link" ? (
        <p>
          <TextLink to={linkToOpenRoll(election.id)}>{t("booth.toOwnEntry")}</TextLink>
        </p>
      ) : null}
    </Page>
  );
}

function Content({ election, entries, channel }: BoothPageProps) {
  const { electionPayload, contests } = election;
  const questions = useMemo(
    () => (electionPayload === "" ? undefined : readBallotQuestions(electionPayload, contests)),
    [electionPayload, contests],
  );
  if (entries.length === 0 && channel.kind === "account") return <NotAVoter electionId={election.id} />;
  if (election.phase !== "open") return <BoothNotOpen election={election} entries={entries} />;
  if (questions === undefined) return <BallotDiffers electionId={election.id} />;
  return (
    <>
      <NeedsJavaScript />
      <Booth election={election} questions={questions} entries={entries} channel={channel} />
    </>
  );
}

/** Whoever comes without a mandate is told whose it is. */
function NotAVoter({ electionId }: { readonly electionId: string }) {
  const { t } = useTranslation("elections");
  return (
    <>
      <Panel tone="info" title={t("booth.notVoter.title")}>
        <p>{t("booth.notVoter.text")}</p>
        <p>{t("booth.notVoter.what")}</p>
      </Panel>
      <LinkButton to={linkToElection(electionId)}>{t("booth.toElection")}</LinkButton>
    </>
  );
}

/** Security: the candidates on the page are not those of the sealed ballot; voting now could count for somebody else. */
function BallotDiffers({ electionId }: { readonly electionId: string }) {
  const { t } = useTranslation("elections");
  return (
    <>
      <div role="alert">
        <Panel tone="danger" title={t("booth.differs.title")}>
          <p>{t("booth.differs.text")}</p>
        </Panel>
      </div>
      <LinkButton to={linkToElection(electionId)}>{t("booth.toElection")}</LinkButton>
    </>
  );
}

function NeedsJavaScript() {
  const { t } = useTranslation("elections");
  return (
    <noscript>
      <Panel tone="warning" title={t("booth.noscript.title")}>
        <p>{t("booth.noscript.text")}</p>
      </Panel>
    </noscript>
  );
}
