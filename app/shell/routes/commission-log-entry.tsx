// One entry of the log: what was done, and the proof that it stands in the signed tree, checked by the reader's own browser.
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { bytesOfHex, verifyInclusion } from "#app/lib/merkle-tree/index.ts";
import { openDoor } from "#app/modules/accounts/index.server.ts";
import type { EntryProof } from "#app/modules/audit-log/index.server.ts";
import { findEntryProof } from "#app/modules/audit-log/index.server.ts";
import { AuditEntries, linkToLog } from "#app/modules/audit-log/index.ts";
import { Code } from "#app/ui/code.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";
import { Panel } from "#app/ui/panel.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { namesFor } from "./log-selection.server.ts";

export const handle: PageHandle = { title: "audit-log:entry.title" };

export async function loader(args: LoaderFunctionArgs) {
  const context = await openDoor(args, { roles: ["commission", "auditor", "administrator"] });
  const sequence = Number(args.params["sequence"]);
  const proof = Number.isSafeInteger(sequence) && sequence > 0 ? await findEntryProof(context, sequence) : undefined;
  if (proof === undefined) throw new Response(null, { status: 404 });
  return { ...proof, inclusion: proof.inclusion ?? null, names: await namesFor(context, [proof.entry]) };
}

export default function LogEntryPage() {
  const { entry, index, leaf, inclusion, names } = useLoaderData<typeof loader>();
  const { t } = useTranslation("audit-log");
  const { number } = useFormats();
  return (
    <Page
      title={t("entry.title", { number: entry.sequence })}
      breadcrumbs={[{ label: t("commission.title"), to: linkToLog() }]}
    >
      <AuditEntries caption={t("entry.what")} entries={[entry]} names={names} hasSubject />
      <Section title={t("entry.proof")} lead={t("entry.proofLead")}>
        {inclusion === null ? (
          <Panel title={t("entry.notYet")}>{t("entry.notYetHint")}</Panel>
        ) : (
          <Inclusion {...{ index, leaf, inclusion }} />
        )}
        <div className="mt-6">
          <DefinitionList
            entries={[
              { term: t("entry.index"), description: number(index) },
              { term: t("entry.hash"), description: <Code value={entry.hash} label={t("entry.hash")} /> },
              { term: t("entry.salt"), description: <Code value={entry.salt} label={t("entry.salt")} /> },
              {
                term: t("entry.previous"),
                description: <Code value={entry.previousHash} label={t("entry.previous")} />,
              },
              { term: t("entry.leaf"), description: <Code value={leaf} label={t("entry.leaf")} /> },
            ]}
          />
        </div>
      </Section>
    </Page>
  );
}

type InclusionProps = Pick<EntryProof, "index" | "leaf"> & {
  readonly inclusion: NonNullable<EntryProof["inclusion"]>;
};

function Inclusion({ index, leaf, inclusion }: InclusionProps) {
  const { t } = useTranslation("audit-log");
  const { size, root, proof, signedAt } = inclusion;
  const isProved = verifyInclusion({
    leaf: bytesOfHex(leaf),
    index,
    size,
    root: bytesOfHex(root),
    proof: proof.map(bytesOfHex),
  });
  return (
    <div className="space-y-4">
      <Panel tone={isProved ? "success" : "danger"} title={t(isProved ? "entry.proved" : "entry.notProved", { size })}>
        <p>
          {t("public.signedAt")} <Instant at={signedAt} precision="second" />
        </p>
      </Panel>
      <ol className="space-y-1 text-sm" aria-label={t("entry.path")}>
        {[...proof, root].map((hash, at) => (
          <li key={`${at} ${hash}`} className="break-all font-mono">
            {at === proof.length ? `= ${hash}` : hash}
          </li>
        ))}
      </ol>
    </div>
  );
}
