// Helping one voter: a vote by hand that two members allow, and, with the list of codes opened in this browser, entering it or
// sending a lost code again. The list stays in the worker; what leaves it is one sealed mail, or one code for one allowed vote.
import { useState } from "react";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { linkToApprovals } from "#app/modules/approvals/index.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import { Button, SubmitButton } from "#app/ui/button.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import { linkToCommission, linkToCommissionDesk } from "../../links.ts";
import type { AllowedVote } from "../../queries/voter-help.server.ts";
import type { BoothElection, BoothEntry } from "../booth/booth-election.ts";
import { AssistedBooth } from "../booth/assisted-booth.tsx";
import { useRefusalSentence } from "../desk/use-refusal-sentence.ts";
import { FileField } from "./file-field.tsx";
import { KnownPassphraseField } from "./passphrase-fields.tsx";
import type { CeremonyWorker } from "./use-ceremony-worker.ts";
import { useCeremonyWorker } from "./use-ceremony-worker.ts";
import { useAllowedVotes } from "./use-allowed-votes.client.ts";
import { askVoterHelp, fetchRecipients } from "./voter-help.client.ts";

export interface VoterHelpDeskProps {
  readonly election: BoothElection;
  readonly mailRoomRecipient: string;
  readonly assisted: readonly AllowedVote[];
}

export function VoterHelpDesk(props: VoterHelpDeskProps) {
  const { election } = props;
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const worker = useCeremonyWorker();
  const assisted = useAllowedVotes(election.id, props.assisted);
  const [handles, setHandles] = useState<readonly string[]>();
  const [entering, setEntering] = useState<{ readonly entry: BoothEntry; readonly code: string }>();
  return (
    <Page
      title={t("voterHelp.title")}
      lead={t("voterHelp.lead")}
      breadcrumbs={[
        { label: t("desk.commission.title"), to: linkToCommission() },
        { label: inLanguage(election.title, language), to: linkToCommissionDesk(election.id) },
      ]}
    >
      {entering === undefined ? (
        <>
          <Section title={t("voterHelp.open.title")} lead={t("voterHelp.open.lead")}>
            {handles === undefined ? (
              <OpenList worker={worker} onOpen={setHandles} />
            ) : (
              <Panel tone="success" title={t("voterHelp.open.isOpen", { count: handles.length })} />
            )}
          </Section>
          <Section title={t("voterHelp.again.title")} lead={t("voterHelp.again.lead")}>
            {handles === undefined ? <p>{t("voterHelp.openFirst")}</p> : <SendAgain {...props} worker={worker} />}
          </Section>
          <Section title={t("voterHelp.assisted.title")} lead={t("voterHelp.assisted.lead")}>
            <Allowed
              {...props}
              assisted={assisted}
              worker={worker}
              isListOpen={handles !== undefined}
              onEnter={(entry, code) => setEntering({ entry, code })}
            />
            <Propose electionId={election.id} />
          </Section>
        </>
      ) : (
        <AssistedBooth election={election} {...entering} onLeave={() => setEntering(undefined)} />
      )}
    </Page>
  );
}

interface OpenListProps {
  readonly worker: CeremonyWorker;
  readonly onOpen: (handles: readonly string[]) => void;
}

function OpenList({ worker, onOpen }: OpenListProps) {
  const { t } = useTranslation("elections");
  const sentenceOf = useRefusalSentence();
  const [encrypted, setEncrypted] = useState<string>();
  const [passphrase, setPassphrase] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isOpening, setOpening] = useState(false);

  async function open(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (encrypted === undefined) {
      setProblem(t("voterHelp.open.fileMissing"));
      return;
    }
    setOpening(true);
    const opened = await worker.ask("openCodeList", { encrypted, passphrase });
    setOpening(false);
    setPassphrase("");
    if (opened.ok) onOpen(opened.value.handles);
    else setProblem(sentenceOf(opened.error));
  }

  return (
    <form onSubmit={(event) => void open(event)} className="space-y-4">
      <FileField
        name="list"
        accept=".age"
        longest={50_000_000}
        label={t("voterHelp.open.file")}
        description={t("voterHelp.open.fileWhat")}
        onText={setEncrypted}
      />
      <KnownPassphraseField value={passphrase} onChange={setPassphrase} />
      <StatusMessage tone="danger">{problem}</StatusMessage>
      <SubmitButton isPending={isOpening} pendingLabel={t("ceremony.unlock.opening")}>
        {t("voterHelp.open.go")}
      </SubmitButton>
    </form>
  );
}

function SendAgain({ election, mailRoomRecipient, worker }: VoterHelpDeskProps & { readonly worker: CeremonyWorker }) {
  const { t } = useTranslation("elections");
  const sentenceOf = useRefusalSentence();
  const [typed, setTyped] = useState("");
  const [outcome, setOutcome] = useState<{ readonly tone: "success" | "danger"; readonly sentence: string }>();
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const recipients = await fetchRecipients(election.id);
    const recipient = recipients?.find(({ organizationHandle }) => organizationHandle === typed.trim().toUpperCase());
    if (recipient === undefined) {
      const sentence = recipients === undefined ? t("voterHelp.unreachable") : t("refusals.NOT_ON_ROLL");
      setOutcome({ tone: "danger", sentence });
      return;
    }
    const sealed = await worker.ask("sealCodeAgain", { mailRoomRecipient, recipient });
    const sent = sealed.ok
      ? await askVoterHelp(election.id, {
          act: "send-code",
          rollEntryId: recipient.rollEntryId,
          sealedVotingCode: sealed.value,
          requestId,
        })
      : sealed;
    if (sent === undefined) setOutcome({ tone: "danger", sentence: t("voterHelp.unreachable") });
    else if (!sent.ok) setOutcome({ tone: "danger", sentence: sentenceOf(sent.error) });
    else {
      setOutcome({ tone: "success", sentence: t("voterHelp.again.sent", { name: recipient.contactName }) });
      setRequestId(crypto.randomUUID());
      setTyped("");
    }
  }

  return (
    <form onSubmit={(event) => void send(event)} className="max-w-text space-y-4">
      <TextField
        name="send-handle"
        label={t("voterHelp.handle")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        autoComplete="off"
      />
      <StatusMessage tone={outcome?.tone ?? "success"}>{outcome?.sentence}</StatusMessage>
      <SubmitButton>{t("voterHelp.again.go")}</SubmitButton>
    </form>
  );
}

interface AllowedProps extends VoterHelpDeskProps {
  readonly worker: CeremonyWorker;
  readonly isListOpen: boolean;
  readonly onEnter: (entry: BoothEntry, code: string) => void;
}

/** The votes by hand that two members have allowed. */
function Allowed({ assisted, worker, isListOpen, onEnter }: AllowedProps) {
  const { t } = useTranslation("elections");
  const sentenceOf = useRefusalSentence();
  const [problem, setProblem] = useState<string>();
  if (assisted.length === 0)
    return (
      <p className="mb-6">
        {t("voterHelp.assisted.none")} {t("voterHelp.assisted.live")}
      </p>
    );

  async function enter(entry: BoothEntry): Promise<void> {
    const code = await worker.ask("codeOf", entry.organizationHandle);
    if (code.ok) onEnter(entry, code.value);
    else setProblem(sentenceOf(code.error));
  }

  return (
    <>
      <StatusMessage tone="danger">{problem}</StatusMessage>
      <ul className="mb-8 divide-y divide-line border-y border-line">
        {assisted.map(({ entry, reason, isCast }) => (
          <li key={entry.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <div className="min-w-0">
              <p className="font-semibold">
                {entry.organizationName} ({entry.organizationHandle}) · {t("booth.votes", { count: entry.votes })}
              </p>
              <p className="max-w-text text-sm text-ink-soft">{reason}</p>
            </div>
            {isCast || entry.hasVoted ? (
              <p>{t("voterHelp.assisted.isCast")}</p>
            ) : (
              <Button disabled={!isListOpen} onClick={() => void enter(entry)}>
                {t("voterHelp.assisted.enter")}
                <span className="sr-only"> {entry.organizationName}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Propose({ electionId }: { readonly electionId: string }) {
  const { t } = useTranslation("elections");
  const sentenceOf = useRefusalSentence();
  const [handle, setHandle] = useState("");
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string>();
  const [isProposed, setProposed] = useState(false);

  async function propose(event: FormEvent): Promise<void> {
    event.preventDefault();
    const answered = await askVoterHelp(electionId, { act: "propose", handle, reason });
    setProposed(answered?.ok === true);
    if (answered?.ok === true) {
      setHandle("");
      setReason("");
    }
    if (answered === undefined) setProblem(t("voterHelp.unreachable"));
    else setProblem(answered.ok ? undefined : sentenceOf(answered.error));
  }

  return (
    <form onSubmit={(event) => void propose(event)} className="max-w-text space-y-4">
      <h3 className="text-lg font-semibold">{t("voterHelp.propose.title")}</h3>
      <TextField
        name="propose-handle"
        label={t("voterHelp.handle")}
        value={handle}
        onChange={(event) => setHandle(event.target.value)}
        autoComplete="off"
      />
      <TextArea
        name="reason"
        label={t("voterHelp.propose.reason")}
        description={t("voterHelp.propose.reasonWhat")}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        rows={3}
      />
      <StatusMessage tone="danger">{problem}</StatusMessage>
      {isProposed ? (
        <Panel tone="success" title={t("voterHelp.propose.done")}>
          <TextLink to={linkToApprovals()}>{t("voterHelp.propose.toApprovals")}</TextLink>
        </Panel>
      ) : null}
      <SubmitButton>{t("voterHelp.propose.go")}</SubmitButton>
    </form>
  );
}
