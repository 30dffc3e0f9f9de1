// Gives remix.config.js to Vite: the same object drives the build and the development server.
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import remixOptions from "./remix.config.js";

export default defineConfig({
  plugins: [tailwindcss(), remix(remixOptions)],
  worker: { format: "es" },
  build: {
    target: "es2022",
    rollupOptions: {
      onwarn(warning, warn) {
        // Why: a route without a page is an empty chunk in the browser, and that is as it should be; others' comments are theirs.
        if (warning.code !== "EMPTY_BUNDLE" && warning.code !== "INVALID_ANNOTATION") warn(warning);
      },
    },
  },
});
