// Tells what to do when a page was opened straight from a folder: a classic script, since modules do not load from there.
if (location.protocol === "file:") for (const told of document.querySelectorAll(".opened-as-file")) told.removeAttribute("hidden");
