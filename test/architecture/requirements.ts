// What must be provably true, and which tests prove it: read from the marks above the tests ("// Requirement: CM 7, L1").
// Sources: CM/Rec(2017)5; the incumbent's published audit; the Swiss ordinance on electronic voting, article 5.
import ts from "typescript";
import { listFiles, textOf } from "./source-files.ts";

export interface Requirement {
  /** "CM 7", "L1" */
  readonly id: string;
  readonly text: string;
  readonly applies: "code" | "organisation" | "both";
}

export interface RequirementGroup {
  readonly key: string;
  readonly title: string;
  readonly requirements: readonly Requirement[];
}

/** A requirement without a test: what was decided instead, when, and why. */
export interface Decision {
  readonly requirement: string;
  readonly date: string;
  readonly decision: string;
}

export interface Mark {
  readonly id: string;
  readonly path: string;
  readonly line: number;
  /** The name of the test, or "" where no test follows the mark. */
  readonly test: string;
}

type Catalogue = Record<
  string,
  { title: string; items: Record<string, { applies: Requirement["applies"]; text: string }> }
>;

export function listRequirementGroups(): RequirementGroup[] {
  const catalogue = JSON.parse(textOf("docs/verification/catalogue.json")) as Catalogue;
  return Object.entries(catalogue).map(([key, { title, items }]) => ({
    key,
    title,
    requirements: Object.entries(items).map(([number, rest]) => ({
      id: key === "CM" ? `${key} ${number}` : `${key}${number}`,
      ...rest,
    })),
  }));
}

export function listDecisions(): Decision[] {
  return JSON.parse(textOf("docs/verification/decisions.json")) as Decision[];
}

const markPattern = /^\s*\/\/ Requirement: (.+)$/;

/** Every mark above a test, in the order of the files. */
export function listMarks(): Mark[] {
  const files = [...listFiles("app", /\.test\.tsx?$/), ...listFiles("test", /\.test\.ts$/)];
  return files.flatMap((path) => {
    const whole = textOf(path);
    if (!whole.includes("// Requirement: ")) return [];
    const source = ts.createSourceFile(path, whole, ts.ScriptTarget.Latest);
    return whole.split("\n").flatMap((text, index) => {
      const ids = markPattern.exec(text)?.[1];
      if (ids === undefined) return [];
      const test = nameAfter(source, source.getPositionOfLineAndCharacter(index + 1, 0));
      return ids.split(",").map((id) => ({ id: id.trim(), path, line: index + 1, test }));
    });
  });
}

/** The name in the call that follows the mark: of `test.each(table)(name, body)` the name, and nothing out of the table. */
function nameAfter(source: ts.SourceFile, position: number): string {
  let name = "";
  const visit = (node: ts.Node): void => {
    if (name !== "" || node.end < position) return;
    if (node.getStart(source) >= position && ts.isCallExpression(node) && startsTest.test(node.getText(source))) {
      const [first] = node.arguments;
      name = first === undefined ? "" : titleOf(first, source);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return name.replace(/\s+/g, " ");
}

const startsTest = /^(test|it|describe|describeWith|describeOnEachDatabase)\b/;

/** What stands between the quotes. */
function titleOf(argument: ts.Expression, source: ts.SourceFile): string {
  return argument.getText(source).replace(/^(["'`])([\s\S]*)\1$/, "$2");
}

/** docs/verification/requirements.md, as it must stand. */
export function requirementsDocument(): string {
  const marks = listMarks();
  const decisions = listDecisions();
  const sections = listRequirementGroups().map(({ title, requirements }) => {
    const rows = requirements.map((requirement) => {
      const proofs = marks.filter(({ id }) => id === requirement.id).map(proofText);
      const decided = decisions.filter((decision) => decision.requirement === requirement.id).map(decisionText);
      const nothing = requirement.applies === "organisation" ? ["for the organisation: evidence, not code"] : [];
      const proof = [...proofs, ...decided];
      return `| ${requirement.id} | ${requirement.text} | ${(proof.length > 0 ? proof : nothing).join("<br>")} |`;
    });
    return [`## ${title}`, "", "| no. | in our words | shown by |", "|---|---|---|", ...rows, ""].join("\n");
  });
  return `${preface}\n${sections.join("\n")}`.trimEnd() + "\n";
}

const preface = `# What must be provably true, and what proves it

Made from the marks above the tests by \`npm run requirements\`; a test fails when this file is out of date, when a mark names no
requirement, and when a requirement for the code has neither a test nor a dated decision (\`docs/verification/decisions.json\`).
`;

function proofText({ path, test }: Mark): string {
  return `[${test.replaceAll("|", "\\|")}](../../${path})`;
}

function decisionText({ date, decision }: Decision): string {
  return `Decided ${date}: ${decision}`;
}
