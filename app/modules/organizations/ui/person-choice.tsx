// Names a person in a form: typed or searched, and where several could be meant, chosen among them.
import { useTranslation } from "react-i18next";
import { RadioGroup } from "#app/ui/radio-group.tsx";
import type { FormAnswer } from "#app/ui/use-answer-problems.ts";
import type { SuggestedPerson } from "./person-field.tsx";
import { PersonField } from "./person-field.tsx";

/** Of whom the person who asked has to choose one. */
export interface PeopleToChoose {
  /** What was typed. */
  readonly person: string;
  readonly people: readonly SuggestedPerson[];
}

export interface PersonChoiceProps {
  readonly answer: FormAnswer | (FormAnswer & PeopleToChoose) | undefined;
  readonly problem: string | undefined;
  /** Where suggestions are asked for. */
  readonly source?: string;
}

/** The refusals that are about who was named, for `useAnswerProblems`. */
export const fieldOfPerson = {
  NOBODY_FOUND: "person",
  TOO_MANY_SEARCHES: "person",
  CONTACT_UNKNOWN: "person",
  CONTACT_INACTIVE: "person",
  CONTACT_UNCHANGED: "person",
};

/** Sends `person` as it was typed, or `accountId` of the one who was chosen. */
export function PersonChoice({ answer, ...field }: PersonChoiceProps) {
  const { t } = useTranslation("organizations");
  if (answer === undefined || !("people" in answer))
    return <PersonField name="person" label={t("person.label")} description={t("person.hint")} {...field} />;
  return (
    <RadioGroup
      name="accountId"
      label={t("person.choose", { person: answer.person })}
      options={answer.people.map(({ accountId, name, userId, email }) => ({
        value: accountId,
        label: `${name} (${userId})`,
        description: email,
      }))}
      required
      isBoxed
    />
  );
}
