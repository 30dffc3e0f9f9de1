// A questionnaire as candidates will see it, in each of the three languages; nothing that is chosen or written here is kept.
import { useTranslation } from "react-i18next";
import { languages } from "#app/platform/language/languages.ts";
import { Tabs } from "#app/ui/tabs.tsx";
import { useLanguage } from "#app/ui/use-formats.ts";
import type { QuestionnaireDocument } from "../domain/questionnaire.ts";
import { QuestionnaireFields } from "./questionnaire-fields.tsx";

export function QuestionnairePreview({ document }: { readonly document: QuestionnaireDocument }) {
  const { t } = useTranslation("candidacies");
  const own = useLanguage();
  const views = [own, ...languages.filter((language) => language !== own)].map((language) => ({
    id: language,
    label: t(`languages.${language}`),
    content: (
      <div className="max-w-text space-y-8">
        <QuestionnaireFields document={document} answers={{}} isPreview={language} />
      </div>
    ),
  }));
  return <Tabs label={t("questionnaires.languages")} views={views} />;
}
