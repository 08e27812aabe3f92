/**
 * Starts Pyodide the published way, with our archive: for what the image cannot answer.
 * @module
 */

/** @typedef {import("../../../../packages/pyfreeze/src/start.js").Door} Door */

// Run once before the first request. No import leads to the browser any more. What Pyodide holds stays in memory, where
// code that is bent on it could find it: what that may do, only the page's policy decides. The dice are cast anew.
const SETTLE = `
import random, sys
random.seed()
from followup.door import answer
BROWSER = ("js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core")
sys.meta_path[:] = [finder for finder in sys.meta_path if not finder.__module__.startswith("_pyodide")]
for name in [*BROWSER, *(name for name in sys.modules if name.split(".")[0] in BROWSER)]:
    # One that is merely gone would be imported again.
    sys.modules[name] = None
answer
`;

/** Gives its door. @param {string} home @param {Record<string, ArrayBuffer>} files @param {object} info
 * @returns {Promise<Door>} */
export async function startBundle(home, files, info) {
  const { loadPyodide } = await import(`${home}pyodide.js`);
  const before = self.fetch;
  // They are here already, and Pyodide wants a content type that not every host sends.
  self.fetch = async (url) => given(files, String(url)) ?? before(url);
  const python = await loadPyodide({
    indexURL: home,
    stdLibURL: `${home}python.zip`,
    lockFileContents: { info, packages: {} },
    packageBaseUrl: home,
    env: { HOME: "/home" },
    jsglobals: { Object, setTimeout: self.setTimeout.bind(self), clearTimeout: self.clearTimeout.bind(self) },
  });
  self.fetch = before;
  return python.runPython(SETTLE);
}

/** @param {Record<string, ArrayBuffer>} files @param {string} url */
function given(files, url) {
  const file = files[url.slice(url.lastIndexOf("/") + 1)];
  return file && new Response(file, { headers: { "content-type": "application/wasm" } });
}
