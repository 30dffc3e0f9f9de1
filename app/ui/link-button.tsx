// A link that looks like a button, for "go there and do that". What changes something is a Button in a form.
import { Link } from "@remix-run/react";
import type { ComponentProps } from "react";
import type { ButtonSize, ButtonVariant } from "./button-style.ts";
import { buttonClasses } from "./button-style.ts";

export interface LinkButtonProps extends ComponentProps<typeof Link> {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
}

/** Pass `reloadDocument` for downloads and anything that Remix does not render. */
export function LinkButton({ variant = "secondary", size = "regular", className, ...rest }: LinkButtonProps) {
  return <Link {...rest} className={buttonClasses(variant, size, className)} />;
}
