// A link inside text.
import { Link } from "@remix-run/react";
import type { ComponentProps } from "react";
import { classes } from "./classes.ts";

export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link {...rest} className={classes("link", className)} />;
}
