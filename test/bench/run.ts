// `npm run bench`: measures, asserts nothing. `npm run bench -- ballot-protocol` runs one file; `-- --write` writes docs/benchmarks.md too.
// A benchmark is test/bench/x.bench.ts and exports a function benchX(print); it prints one line a figure: "what: how much".
import { readdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = fileURLToPath(new URL(".", import.meta.url));
const root = join(folder, "../..");
process.chdir(root);

const words = process.argv.slice(2);
const wanted = words.filter((word) => !word.startsWith("--"));
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".bench.ts"))
  .filter((name) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
if (files.length === 0) {
  console.error(
    `error: no benchmark of that name.\n  do: choose from ${readdirSync(folder)
      .filter((name) => name.endsWith(".bench.ts"))
      .join(", ")}`,
  );
  process.exit(2);
}

type Print = (line: string) => void;

const lines: string[] = [];
const print: Print = (line) => {
  lines.push(line);
  console.error(line);
};
for (const file of files) {
  const exported = (await import(pathToFileURL(join(folder, file)).href)) as Record<string, (print: Print) => unknown>;
  for (const [name, bench] of Object.entries(exported)) if (name.startsWith("bench")) await bench(print);
}

const report = reportText(lines);
console.log(report);
if (words.includes("--write")) writeFileSync(join(root, "docs/benchmarks.md"), report);
process.exit(0);

function reportText(figures: readonly string[]): string {
  const rows = figures.map((line) => {
    const [, what = line, figure = ""] = /^(.*?): (.*)$/.exec(line) ?? [];
    return `| ${what} | ${figure} |`;
  });
  const day = new Date().toISOString().slice(0, 10);
  return `# Benchmarks

Written by \`npm run bench -- --write\` on ${day}: ${machineText()}.
Figures vary by some ten per cent from run to run. A benchmark asserts nothing; no test depends on a time.

| what | how much |
|---|---|
${rows.join("\n")}
`;
}

function machineText(): string {
  const cores = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cores.length} cores of ${cores[0]?.model.trim() ?? "an unknown processor"}, ${memory} GB of memory, Node ${process.versions.node}, ${process.platform}`;
}
