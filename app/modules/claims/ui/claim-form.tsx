// The fields of a new claim: for whom, what is wrong, about whom, and in one's own words.
import { useTranslation } from "react-i18next";
import { SubmitButton } from "#app/ui/button.tsx";
import { FormProblems } from "#app/ui/form-problems.tsx";
import { Instant } from "#app/ui/instant.tsx";
import { Panel } from "#app/ui/panel.tsx";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextArea } from "#app/ui/text-area.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { AnswerProblems } from "#app/ui/use-answer-problems.ts";
import { useLanguage } from "#app/ui/use-formats.ts";
import type { ClaimKind } from "../domain/claim-kinds.ts";
import { groundsOf } from "../domain/claim-kinds.ts";

export interface ClaimFormProps {
  /** The kinds that are taken now. */
  readonly kinds: readonly { readonly kind: ClaimKind; readonly closesAt: string | null }[];
  readonly organizations: readonly { readonly id: string; readonly name: string; readonly handle: string }[];
  readonly wish: { readonly kind: string; readonly about: string };
  readonly answer: AnswerProblems;
}

export function ClaimForm({ kinds, organizations, wish, answer: { problems, problemOf } }: ClaimFormProps) {
  const { t } = useTranslation("claims");
  const language = useLanguage();
  const wished = kinds.find(({ kind }) => kind === wish.kind) ?? (kinds.length === 1 ? kinds[0] : undefined);
  const grounds = (wished === undefined ? kinds : [wished]).flatMap(({ kind }) => groundsOf[kind]);
  const [only] = organizations;
  return (
    <>
      <FormProblems problems={problems} />
      <input type="hidden" name="language" value={language} />
      {!wished?.closesAt ? null : (
        <p>
          {t("form.until")}{" "}
          <strong>
            <Instant at={wished.closesAt} />
          </strong>
        </p>
      )}
      {organizations.length === 1 && only !== undefined ? (
        <p>
          <input type="hidden" name="organizationId" value={only.id} />
          {t("form.organization")}: <strong>{only.name}</strong> ({only.handle})
        </p>
      ) : (
        <Select
          name="organizationId"
          label={t("form.organization")}
          emptyLabel={t("form.choose")}
          options={organizations.map(({ id, name, handle }) => ({ value: id, label: `${name} (${handle})` }))}
          problem={problemOf("organizationId")}
        />
      )}
      <RadioGroup
        name="ground"
        label={t("form.ground")}
        isBoxed
        options={grounds.map((ground) => ({ value: ground, label: t(`grounds.${ground}`) }))}
        defaultValue={grounds.length === 1 ? grounds[0] : undefined}
        problem={problemOf("ground")}
      />
      {grounds.some((ground) => ground === "should-not-be-there" || ground === "candidate") ? (
        <TextField
          name="subjectLabel"
          label={t("form.subject")}
          description={t("form.subjectHint")}
          defaultValue={wish.about}
          problem={problemOf("subjectLabel")}
          isOptional
        />
      ) : null}
      <TextArea
        name="text"
        label={t("form.text")}
        description={t("form.textHint")}
        rows={9}
        problem={problemOf("text")}
      />
      <Panel title={t("form.whoReads")}>
        <p>{t("form.whoReadsText")}</p>
      </Panel>
      <SubmitButton>{t("form.send")}</SubmitButton>
    </>
  );
}
