// How the house is kept, as far as one file at a time can show it. The arrows between files are in test/architecture/dependency-rules.mjs.
import { defineConfig } from "eslint/config";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";
import { fileNames } from "./test/architecture/lint-rules/file-names.mjs";
import { forbiddenNames } from "./test/architecture/lint-rules/forbidden-names.mjs";
import { noIgnoredResult } from "./test/architecture/lint-rules/no-ignored-result.mjs";
import { openingComment } from "./test/architecture/lint-rules/opening-comment.mjs";

const house = {
  rules: { "file-names": fileNames, "opening-comment": openingComment, "no-ignored-result": noIgnoredResult },
};

const anyForbiddenName = `/^(${forbiddenNames.join("|")})$/i`;

/** Names of things that are declared; `data:` in a call of Prisma is Prisma's name and not ours. */
const namesOfThings = [
  "VariableDeclarator",
  "FunctionDeclaration",
  "TSInterfaceDeclaration",
  "TSTypeAliasDeclaration",
].map((kind) => ({
  selector: `${kind}[id.name=${anyForbiddenName}]`,
  message: "This name says what kind of thing it is. Name what it is about (architecture: forbidden names).",
}));

const style = [
  ...namesOfThings,
  { selector: "TSEnumDeclaration", message: "Use a union of words; enums leave code behind." },
];

const declarations = [
  {
    selector:
      ":matches(Program, ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator:not([id.typeAnnotation]) > ArrowFunctionExpression",
    message: "Functions are declarations; arrows are for callbacks.",
  },
];

const timeAndChance = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Ask context.clock.now(): tests and rehearsals live in another time.",
  },
  { selector: "CallExpression[callee.name='Date']", message: "Ask context.clock.now()." },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: "Ask context.clock.now(): tests and rehearsals live in another time.",
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: "Ask context.random: Math.random can be guessed, and no test can repeat it.",
  },
  {
    selector: "MemberExpression[property.name=/^toLocale(Date|Time)?String$/]",
    message: "Use the reader's language: app/platform/language/formats.ts. The machine's locale is nobody's language.",
  },
];

const typescript = ["**/*.ts", "**/*.tsx"];

export default defineConfig(
  {
    ignores: [
      "build/",
      "data/",
      "node_modules/",
      "test/results/",
      "app/platform/database/generated/",
      "test/architecture/every-engine.d.ts",
    ],
  },
  {
    files: [...typescript, "**/*.js", "**/*.mjs"],
    plugins: { house },
    // Why: a rule that is wrong is mended here, where everybody sees it, and not switched off line by line.
    linterOptions: { noInlineConfig: true },
    languageOptions: { parser: tseslint.parser },
    rules: {
      "house/file-names": "error",
      "house/opening-comment": "error",
      "no-restricted-syntax": ["error", ...style, ...declarations, ...timeAndChance],
      "no-console": "error",
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "hack", "xxx"] }],
      "no-restricted-exports": [
        "error",
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true } },
      ],
      "no-var": "error",
      "prefer-const": "error",
      "object-shorthand": "error",
      eqeqeq: "error",
      "no-empty": "error",
      "no-else-return": "error",
      "max-lines": ["error", 350],
      "max-lines-per-function": ["error", { max: 70, skipBlankLines: true, skipComments: true }],
      "max-depth": ["error", 4],
      "max-params": ["error", 5],
      complexity: ["error", 15],
    },
  },
  {
    files: typescript,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "house/no-ignored-result": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      // Why: React and Express take a function that answers with a promise where they ignore the answer.
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false, arguments: false, properties: false } },
      ],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      // Why: our objects are made of closures; hardly anything here has a `this`.
      "@typescript-eslint/unbound-method": "off",
      // Why: an interface may ask for a promise where this implementation needs none.
      "@typescript-eslint/require-await": "off",
      // Why: Remix's loaders throw Responses and redirects.
      "@typescript-eslint/only-throw-error": [
        "error",
        {
          allow: [
            { from: "lib", name: "Response" },
            { from: "package", name: "TypedResponse", package: "@remix-run/server-runtime" },
          ],
        },
      ],
    },
  },
  {
    files: ["app/**/*.tsx", "app/**/use-*.ts"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      // Why: half of such a function is markup, which branches where the page does.
      "max-lines-per-function": ["error", { max: 120, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 20],
    },
  },
  {
    // Where the time and chance of the machine come in.
    files: ["app/platform/**", "app/lib/instants/**", "app/processes/**", "prisma/**", "test/**", "*.ts", "*.js"],
    rules: { "no-restricted-syntax": ["error", ...style, ...declarations] },
  },
  {
    // Programs speak on the console; tests and migrations too.
    files: ["app/processes/**", "app/entry.*", "prisma/**", "test/**", "app/lib/ballot-protocol/command-line/**"],
    rules: { "no-console": "off" },
  },
  {
    // Remix, Vite, Vitest, Prisma and ESLint ask for default exports here.
    files: [
      "app/processes/*.config.mjs",
      "app/root.tsx",
      "app/entry.*.tsx",
      "app/**/routes/**/*.tsx",
      "*.config.*",
      "**/*.config.ts",
      "test/setup/template-databases.ts",
      "test/architecture/dependency-rules.mjs",
    ],
    rules: { "no-restricted-exports": "off" },
  },
  {
    // A test file is as long as its sentences; one test may be a whole story.
    files: ["**/*.test.ts", "**/*.test.tsx", "test/**"],
    rules: {
      "max-lines": ["error", 500],
      "no-restricted-syntax": ["error", ...style],
      "max-lines-per-function": "off",
      // Why: in a test, a wrong assumption fails at once.
      "@typescript-eslint/no-non-null-assertion": "off",
      // Why: what came from JSON is about to be compared.
      "@typescript-eslint/no-unsafe-assignment": "off",
    },
  },
  {
    // Why: the names of the tests say it.
    files: ["app/**/*.test.ts", "app/**/*.test.tsx"],
    rules: { "house/opening-comment": "off", "no-restricted-syntax": ["error", ...style, ...timeAndChance] },
  },
);
