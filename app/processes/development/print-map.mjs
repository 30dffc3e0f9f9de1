// `npm run map`: which file serves which address, and who stands before it.
import { listUrls } from "../../urls.js";

const urls = await listUrls();
const rows = urls
  .map(({ path, door, file }) => [`/${path}`, door, `app/${file}`])
  .sort(([left = ""], [right = ""]) => left.localeCompare(right, "en"));
const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column].length)));
for (const [path = "", door = "", file = ""] of rows) {
  console.log(`${path.padEnd(widths[0])}  ${door.padEnd(widths[1])}  ${file}`);
}
