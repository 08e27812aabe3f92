// Starts Pyodide with all that our own Python is denied, the browser's objects, and lets it try to get out.
const { loadPyodide } = await import(`${home}pyodide.js`);
const own = self.fetch;
self.fetch = async (url) => {
  const response = await own(url);
  return String(url).endsWith(".wasm") ? new Response(response.body, { headers: { "content-type": "application/wasm" } }) : response;
};
const python = await loadPyodide({
  indexURL: home,
  stdLibURL: `${home}python.zip`,
  lockFileContents: { info, packages: {} },
  packageBaseUrl: home,
});
self.fetch = own;
python.globals.set("other", other);
const results = await python.runPythonAsync(code);
postMessage(results.toJs({ dict_converter: Object.fromEntries }));
