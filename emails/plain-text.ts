// The same mail for programs that show text only.
import type { LayoutProps } from "./layout.tsx";
import type { Block } from "./letter.ts";

/** The plain text of a mail. */
export function plainText({ subject, greeting, blocks, footer, banner }: LayoutProps): string {
  const parts = [
    ...(banner === undefined ? [] : [`*** ${banner} ***`]),
    subject.toUpperCase(),
    greeting,
    ...blocks.map(blockText),
  ];
  return `${parts.join("\n\n")}\n\n-- \n${footer.join("\n")}\n`;
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "text":
    case "notice":
      return block.text;
    case "button":
      return `${block.label}:\n${block.href}`;
    case "code":
      return `${block.label}\n${block.value}`;
    case "facts":
      return block.facts.map(({ term, value }) => `${term}: ${value}`).join("\n");
  }
}
