// A button. While it is pending it keeps its place and its focus, says so, and ignores further clicks.
import { useNavigation } from "@remix-run/react";
import type { ComponentProps, MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import type { ButtonSize, ButtonVariant } from "./button-style.ts";
import { buttonClasses } from "./button-style.ts";

export interface ButtonProps extends Omit<ComponentProps<"button">, "ref"> {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
  readonly isPending?: boolean | undefined;
  /** What it says while pending; by default "One moment…". */
  readonly pendingLabel?: string | undefined;
}

export function Button({
  variant = "secondary",
  size = "regular",
  isPending = false,
  pendingLabel,
  type = "button",
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const { t } = useTranslation("ui");
  function handleClick(event: MouseEvent<HTMLButtonElement>): void {
    if (isPending) event.preventDefault();
    else onClick?.(event);
  }
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={isPending || undefined}
      className={buttonClasses(variant, size, className)}
      onClick={handleClick}
    >
      {isPending ? <Spinner /> : null}
      {isPending ? (pendingLabel ?? t("button.pending")) : children}
    </button>
  );
}

/**
 * Sends the form that it stands in, and is pending by itself while Remix sends it.
 * With several in one form give each a `name` and `value`; inside a fetcher's form pass `isPending`.
 */
export function SubmitButton({ isPending, variant = "primary", ...rest }: ButtonProps) {
  const navigation = useNavigation();
  const isSending = navigation.state !== "idle" && navigation.formData !== undefined;
  const isMine = rest.name === undefined || navigation.formData?.get(rest.name) === rest.value;
  return <Button {...rest} type="submit" variant={variant} isPending={isPending ?? (isSending && isMine)} />;
}

function Spinner() {
  return (
    <svg aria-hidden="true" className="size-[1.1em] animate-spin" fill="none" viewBox="0 0 24 24">
      <circle cx="12" cy="12" r="9" stroke="currentColor" strokeOpacity="0.3" strokeWidth="3" />
      <path d="M21 12a9 9 0 00-9-9" stroke="currentColor" strokeLinecap="round" strokeWidth="3" />
    </svg>
  );
}
