// Files and folders are kebab-case, and none is named by a word that would admit everything.
import { basename, relative, sep } from "node:path";
import { forbiddenNames } from "./forbidden-names.mjs";

// Why the second alternative: Remix and TypeScript ask for names like `entry.client.tsx`, and `_` and `$` never.
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** @type {import("eslint").Rule.RuleModule} */
export const fileNames = {
  meta: {
    type: "suggestion",
    schema: [],
    messages: {
      kebab: "Name it in kebab-case: small letters, digits and hyphens ({{ name }}).",
      forbidden: "“{{ name }}” admits everything. Name it by what it is about, not by what kind of thing it is.",
    },
  },
  create(context) {
    return {
      Program(node) {
        const parts = relative(context.cwd, context.filename).split(sep);
        for (const part of parts) {
          const name = part === basename(context.filename) ? part : part.replace(/^\./, "");
          if (!kebabCase.test(name)) context.report({ node, messageId: "kebab", data: { name } });
          if (forbiddenNames.includes(name.split(".")[0] ?? "")) {
            context.report({ node, messageId: "forbidden", data: { name } });
          }
        }
      },
    };
  },
};
