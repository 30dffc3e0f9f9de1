// The form of an act of two about the result: what it is about travels with it unseen, and its button proposes.
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { SubmitButton } from "#app/ui/button.tsx";

export interface ActFormProps {
  /** Which act: the page's action reads it. */
  readonly intent: string;
  readonly about: Readonly<Record<string, string | number>>;
  readonly button: string;
  readonly isBusy: boolean;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}

export function ActForm({ intent, about, button, isBusy, isDisabled = false, children }: ActFormProps) {
  return (
    <Form method="post" className="space-y-4">
      {Object.entries(about).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <SubmitButton name="intent" value={intent} isPending={isBusy} disabled={isDisabled}>
        {button}
      </SubmitButton>
    </Form>
  );
}
