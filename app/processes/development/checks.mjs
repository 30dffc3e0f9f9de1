// The checks that read the source without running it. `npm test` and `npm run check` run the same ones.

/** @typedef {{ name: string, remedy: string, parameters: string[] }} Check what node is given, and what to do when it fails */

/** @type {Check[]} */
export const checks = [
  {
    name: "types",
    remedy: "Mend the types above; see them again with: npx tsc --noEmit -p .",
    parameters: ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "."],
  },
  {
    name: "pure libraries",
    remedy:
      "app/lib uses nothing of Node, the browser, the clock or chance: hand it in. See test/architecture/every-engine.d.ts.",
    parameters: ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "test/architecture/pure-library.tsconfig.json"],
  },
  {
    name: "lint",
    remedy: "Mend what eslint says above; see it again with: npx eslint .",
    parameters: ["node_modules/eslint/bin/eslint.js", ".", "--max-warnings", "0"],
  },
  {
    name: "dependency rules",
    remedy: "Each rule says above what to do instead; the map is app/modules.js.",
    parameters: [
      "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
      "--config",
      "test/architecture/dependency-rules.mjs",
      "--output-type",
      "err-long",
      "app",
      "emails",
      "prisma",
      "test",
    ],
  },
  {
    name: "format",
    remedy: "Run: npm run format",
    parameters: ["node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."],
  },
];
