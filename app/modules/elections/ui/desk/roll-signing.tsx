// Where a commissioner signs the final roll: what is signed, what still stands in the way, who has signed.
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/checkbox.tsx";
import { Code } from "#app/ui/code.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Panel } from "#app/ui/panel.tsx";
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
import type { RollSignatures } from "../../queries/roll-changes.server.ts";
import type { WeightSecrecy } from "../../queries/weight-secrecy.server.ts";
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
    readonly hasCall: boolean;
  };
  readonly signatures: RollSignatures;
  readonly changes: number;
  readonly undecidedClaims: number;
  readonly secrecy: WeightSecrecy;
  /** The reader signs with this account; "" for auditors, who only look. */
  readonly accountId: string;
  readonly refusal?: RefusalToSay | undefined;
}

export function RollSigning(props: RollSigningProps) {
  const { election, signatures, refusal, undecidedClaims } = props;
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
      <FormProblems problems={refusal === undefined ? [] : [{ sentence: sentenceOf(refusal) }]} />
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
      <Section title={t("roll.weights.heading")} lead={t("roll.weights.lead")}>
        <WeightWarnings secrecy={props.secrecy} />
      </Section>
      <Section title={t("roll.signing.signatures")} lead={t("roll.signing.needed", { count: signatures.needed })}>
        <ol className="space-y-1">
          {signatures.signatures.map(({ accountId, name, signedAt }) => (
            <li key={accountId}>
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

function Signing({ election, signatures, accountId, undecidedClaims }: RollSigningProps) {
  const { t } = useTranslation("elections");
  if (election.sealedAt !== null || accountId === "") return null;
  if (signatures.signatures.some((each) => each.accountId === accountId)) {
    return <Panel tone="success" title={t("roll.signing.done")} className="mt-4" />;
  }
  return (
    <Form method="post" className="mt-4 space-y-4">
      <input type="hidden" name="root" value={signatures.root ?? ""} />
      <p className="max-w-text">{t("roll.signing.means")}</p>
      <Checkbox name="looked" label={t("roll.signing.looked")} required />
      <SubmitButton disabled={undecidedClaims > 0} pendingLabel={t("roll.signing.signing")}>
        {t("roll.signing.sign")}
      </SubmitButton>
    </Form>
  );
}
