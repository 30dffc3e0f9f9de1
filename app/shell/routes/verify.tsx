// How anybody verifies an election, in plain words.
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Code } from "#app/ui/code.tsx";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-handle.ts";

export const handle: PageHandle = { title: "shell:verify.title" };

const commands = {
  install: "sudo apt install belenios-tool",
  belenios: "belenios-tool election verify --dir FOLDER",
  own: "npm run -s plenaria -- election verify ARCHIVE.bel",
  previous: "npm run -s plenaria -- election verify ARCHIVE.bel --previous OLD.bel",
  hash: "sha256sum ARCHIVE.bel",
};

export default function Verify() {
  const { t } = useTranslation();
  return (
    <Page width="text" title={t("verify.title")} lead={t("verify.lead")}>
      <Section title={t("verify.own.title")}>
        <div className="max-w-text space-y-3">
          <p>{t("verify.own.text1")}</p>
          <p>{t("verify.own.text2")}</p>
          <LinkButton to="/elections" className="no-print">
            {t("verify.own.link")}
          </LinkButton>
        </div>
      </Section>
      <Section title={t("verify.all.title")}>
        <ol className="space-y-7">
          <Step number={1} name="step1" />
          <Step number={2} name="step2" note={t("verify.all.step2.note")}>
            <Command name="install" />
            <Command name="belenios" />
          </Step>
          <Step number={3} name="step3" note={t("verify.all.step3.note")}>
            <Command name="own" />
            <Command name="previous" />
          </Step>
          <Step number={4} name="step4">
            <Command name="hash" />
          </Step>
        </ol>
      </Section>
      <div className="grid gap-8 border-t-2 border-ink pt-6 sm:grid-cols-2">
        <Points name="proves" points={["entitled", "valid", "unchanged", "sum"]} />
        <Points name="limits" points={["roll", "device", "coercion"]} />
      </div>
    </Page>
  );
}

function Step({
  number,
  name,
  note,
  children,
}: {
  readonly number: number;
  readonly name: string;
  readonly note?: string;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <li className="avoid-break grid grid-cols-[2.25rem_1fr] gap-x-3">
      <span aria-hidden="true" className="tabular font-display text-2xl leading-none text-accent">
        {number}
      </span>
      <div className="min-w-0 space-y-2.5">
        <h3 className="text-lg font-semibold leading-snug">{t(`verify.all.${name}.title`)}</h3>
        <p className="max-w-text">{t(`verify.all.${name}.text`)}</p>
        {children}
        {note ? <p className="max-w-text text-sm text-ink-soft">{note}</p> : null}
      </div>
    </li>
  );
}

function Command({ name }: { readonly name: keyof typeof commands }) {
  const { t } = useTranslation();
  return (
    <div>
      <p className="mb-1 text-sm text-ink-soft">{t(`verify.commands.${name}`)}</p>
      <Code isBlock value={commands[name]} label={t(`verify.commands.${name}`)} />
    </div>
  );
}

function Points({ name, points }: { readonly name: "proves" | "limits"; readonly points: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2 className="font-display text-xl">{t(`verify.${name}.title`)}</h2>
      <ul className="mt-3 list-disc space-y-2 ps-5 text-sm marker:text-accent">
        {points.map((point) => (
          <li key={point}>{t(`verify.${name}.points.${point}`)}</li>
        ))}
      </ul>
    </section>
  );
}
