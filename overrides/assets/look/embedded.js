// Shown in a frame with `?embed`, a page is the tool alone: a classic script in the head, so that nothing flashes first.
if (new URLSearchParams(location.search).has("embed")) document.documentElement.classList.add("embedded");
