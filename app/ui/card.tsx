// A thing on the page with its own title. With `to` the title is a link and the whole card can be pressed.
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { classes } from "./classes.ts";

export interface CardProps {
  readonly title?: ReactNode;
  /** The title's place in the outline of the page. */
  readonly level?: 2 | 3 | 4;
  readonly to?: string;
  /** A badge or a small button beside the title. */
  readonly aside?: ReactNode;
  readonly footer?: ReactNode;
  readonly children?: ReactNode;
  readonly className?: string;
}

export function Card({ title, level = 2, to, aside, footer, children, className }: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <section
      className={classes(
        "avoid-break relative rounded-lg border border-line bg-raised p-5 sm:p-6",
        to !== undefined && "hover:border-accent has-focus-visible:border-accent",
        className,
      )}
    >
      {title || aside ? (
        <div className="mb-2 flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
          {title ? (
            <Heading className="min-w-0 flex-1 basis-48 text-lg font-semibold leading-snug">
              {to === undefined ? (
                title
              ) : (
                <Link to={to} className="link after:absolute after:inset-0">
                  {title}
                </Link>
              )}
            </Heading>
          ) : null}
          {aside}
        </div>
      ) : null}
      {children}
      {footer ? <div className="mt-4 border-t border-line pt-4">{footer}</div> : null}
    </section>
  );
}
