// Where a commissioner signs the final roll: what is signed, what still stands in the way, who has signed.
import { useFetcher } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { rollStatement } from "#app/lib/roll-proof/index.ts";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Code } from "#app/ui/code.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { StatusMessage } from "#app/ui/status-message.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useFormats, useLanguage } from "#app/ui/use-formats.ts";
import { inLanguage } from "#app/platform/language/languages.ts";
import type { Trilingual } from "#app/platform/language/languages.ts";
import {
  linkToClaimsDesk,
  linkToCommission,
  linkToCommissionDesk,
  linkToRoll,
  linkToRollChange,
  linkToRollChanges,
} from "../../links.ts";
import type { RollSignatures } from "../../queries/roll-signatures.server.ts";
import type { WeightSecrecy } from "../../queries/weight-secrecy.server.ts";
import { OnlyAwake } from "../ceremony/only-awake.tsx";
import { SignStatement } from "../ceremony/sign-statement.tsx";
import type { RefusalToSay } from "./use-refusal-sentence.ts";
import { useRefusalSentence } from "./use-refusal-sentence.ts";
import { WeightWarnings } from "./weight-warnings.tsx";

export interface RollSigningProps {
  readonly election: {
    readonly id: string;
    readonly title: Trilingual;
    readonly rollOrganizations: number;
    readonly rollVotes: number;
    readonly sealedAt: string | null;
    readonly group: string;
  };
  readonly signatures: RollSignatures;
  readonly changes: number;
  readonly undecidedClaims: number;
  /** Upheld, and nobody carried them out or said why not. */
  readonly unsettledClaims: number;
  readonly secrecy: WeightSecrecy;
  /** False for auditors, who only look. */
  readonly isCommission: boolean;
  /** The number of the reader's seat; null: she holds no key. */
  readonly seat: number | null;
}

export function RollSigning(props: RollSigningProps) {
  const { election, signatures, undecidedClaims, unsettledClaims } = props;
  const { t } = useTranslation("elections");
  const language = useLanguage();
  const sentenceOf = useRefusalSentence();
  return (
    <Page
      title={t("roll.signing.title")}
      lead={t("roll.signing.lead")}
      breadcrumbs={[
        { label: t("desk.commission.title"), to: linkToCommission() },
        { label: inLanguage(election.title, language), to: linkToCommissionDesk(election.id) },
      ]}
      actions={
        election.sealedAt === null ? (
          <LinkButton size="small" to={linkToRollChange(election.id)}>
            {t("roll.change.title")}
          </LinkButton>
        ) : null
      }
    >
      <SigningFacts {...props} />
      {undecidedClaims === 0 ? null : (
        <Panel
          tone="warning"
          title={sentenceOf({ code: "ROLL_CLAIMS_UNDECIDED", details: { count: undecidedClaims } })}
        >
          <p>
            <TextLink to={linkToClaimsDesk(election.id)}>{t("desk.claims")}</TextLink>
          </p>
        </Panel>
      )}
      {unsettledClaims === 0 ? null : (
        <Panel
          tone="warning"
          title={sentenceOf({ code: "ROLL_CLAIMS_NOT_CARRIED_OUT", details: { count: unsettledClaims } })}
        >
          <p>
            <TextLink to={linkToClaimsDesk(election.id)}>{t("desk.claims")}</TextLink>
          </p>
        </Panel>
      )}
      <Section title={t("roll.weights.heading")} lead={t("roll.weights.lead")}>
        <WeightWarnings secrecy={props.secrecy} />
      </Section>
      <Section
        title={t("roll.signing.signatures")}
        lead={
          signatures.needed === 0
            ? t("roll.signing.noneNeeded")
            : t("roll.signing.needed", { count: signatures.needed })
        }
      >
        <ol className="space-y-1">
          {signatures.signatures.map(({ trustee, name, signedAt }) => (
            <li key={trustee}>
              {name}, <Instant at={signedAt} />
            </li>
          ))}
        </ol>
        <Signing {...props} />
      </Section>
    </Page>
  );
}

function SigningFacts({ election, signatures, changes }: RollSigningProps) {
  const { t } = useTranslation("elections");
  const { number } = useFormats();
  return (
    <DefinitionList
      entries={[
        {
          term: t("codes.organizations"),
          description: <TextLink to={linkToRoll(election.id)}>{number(election.rollOrganizations)}</TextLink>,
        },
        { term: t("codes.votes"), description: number(election.rollVotes) },
        { term: t("roll.proof.version"), description: signatures.version },
        {
          term: t("roll.root.changes"),
          description: (
            <TextLink to={linkToRollChanges(election.id)}>{t("roll.root.changed", { count: changes })}</TextLink>
          ),
        },
        {
          term: t("roll.proof.root"),
          description: <Code value={signatures.root ?? ""} label={t("roll.proof.root")} />,
        },
      ]}
    />
  );
}

function Signing({ election, signatures, seat, isCommission, undecidedClaims, unsettledClaims }: RollSigningProps) {
  const { t } = useTranslation("elections");
  if (election.sealedAt !== null || !isCommission) return null;
  if (seat === null) return <Panel className="mt-4">{t("refusals.ROLL_SIGNED_WITH_KEYS_ONLY")}</Panel>;
  if (signatures.signatures.some(({ trustee }) => trustee === seat)) {
    return <Panel tone="success" title={t("roll.signing.done")} className="mt-4" />;
  }
  if (!signatures.hasKeys) {
    return (
      <Panel tone="warning" className="mt-4">
        {t("refusals.ROLL_SIGNED_AFTER_CEREMONY")}
      </Panel>
    );
  }
  if (undecidedClaims > 0 || unsettledClaims > 0) return null;
  return (
    <div className="mt-4">
      <OnlyAwake>{() => <SignWithKey election={election} signatures={signatures} seat={seat} />}</OnlyAwake>
    </div>
  );
}

function SignWithKey({
  election,
  signatures: { root, version, size, votes },
  seat,
}: Pick<RollSigningProps, "election" | "signatures"> & { readonly seat: number }) {
  const { t } = useTranslation("elections");
  const sentenceOf = useRefusalSentence();
  const fetcher = useFetcher<{ refusal?: RefusalToSay }>();
  const [hasLooked, setLooked] = useState(false);
  const refusal = fetcher.data?.refusal;
  const roll = { electionId: election.id, rollVersion: version, root: root ?? "", size, votes };
  return (
    <div className="space-y-4">
      <p className="max-w-text">{t("roll.signing.means")}</p>
      <Checkbox
        name="looked"
        label={t("roll.signing.looked")}
        checked={hasLooked}
        onChange={(event) => setLooked(event.target.checked)}
      />
      {hasLooked ? (
        <SignStatement
          seat={{ electionId: election.id, index: seat }}
          group={election.group}
          text={rollStatement({ ...roll, trustee: seat })}
          actionLabel={t("roll.signing.sign")}
          onSigned={(signature) => fetcher.submit({ root: root ?? "", signature }, { method: "post" })}
        />
      ) : null}
      <StatusMessage tone="danger">{refusal === undefined ? undefined : sentenceOf(refusal)}</StatusMessage>
    </div>
  );
}
