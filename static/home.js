// The program's side in JavaScript: what takes a line here and a kilobyte through bindings. The build appends it to the
// glue, after the style sheet as `css` (src/bundle/assets.rs).

/** What the program asks of the script that loaded it. `single` gives the text of the single file, or null. */
const home = (single) => ({
  css,
  copy: (then) => single().then(then, () => then(null)),
  pick(most, then) {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ".json,application/json";
    input.addEventListener("change", () => {
      const [file] = input.files;
      if (!file || file.size > most) then(null);
      // What cannot be read is no backup.
      else file.text().then(then, () => then(""));
    });
    input.click();
  },
  // Nothing leaves the browser.
  download(text, name, type) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    // Long enough for the browser to have taken it.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
});
