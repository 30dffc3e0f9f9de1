// `npm run decide -- "Title"`: a new decision record with the next number, from the template.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../../docs/decisions/", import.meta.url));
const title = process.argv.slice(2).join(" ").trim();
if (title === "") {
  console.error('error: the decision has no title.\n  do: npm run decide -- "Sign in with passkeys"');
  process.exit(2);
}
const slug = title
  .normalize("NFD")
  .toLowerCase()
  .replace(/[^a-z0-9\s-]/g, "")
  .trim()
  .replace(/[\s-]+/g, "-");
const numbers = readdirSync(folder).map((name) => Number.parseInt(name, 10));
const number = String(Math.max(...numbers.filter(Number.isInteger)) + 1).padStart(4, "0");
const today = new Date().toISOString().slice(0, 10);
const text = readFileSync(`${folder}0000-template.md`, "utf8")
  .replace("# 0000: Template", `# ${number}: ${title}`)
  .replace("Date: YYYY-MM-DD\nStatus: template", `Date: ${today}\nStatus: proposed`)
  .replace(/^\(Proposed[^)]*\)\n\n/m, "");
writeFileSync(`${folder}${number}-${slug}.md`, text, { flag: "wx" });
console.log(`docs/decisions/${number}-${slug}.md`);
