// Runs before each file of test/commands: these hold dozens of key ceremonies over the same keys.
import { rememberGroups } from "./remembered-arithmetic.ts";

rememberGroups();
