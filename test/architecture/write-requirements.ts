// Writes docs/verification/requirements.md from the marks above the tests. Use: npm run requirements
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { requirementsDocument } from "./requirements.ts";
import { root } from "./source-files.ts";

writeFileSync(join(root, "docs/verification/requirements.md"), requirementsDocument());
