// Remembers what a reader chose in the panel for low vision, on this device alone.
(() => {
  const form = document.querySelector(".panel form");
  if (!form) return;
  const keep = () => {
    try {
      localStorage.setItem("panel", JSON.stringify(Object.fromEntries(new FormData(form))));
    } catch {
      // A reader who lets nothing be kept still has the panel.
    }
  };
  try {
    for (const [name, value] of Object.entries(JSON.parse(localStorage.getItem("panel") ?? "{}"))) {
      const input = [...form.elements].find((input) => input.name === name && input.value === value);
      if (input) input.checked = true;
    }
  } catch {
    // What cannot be read was not written here.
  }
  form.addEventListener("change", keep);
  form.addEventListener("reset", () => setTimeout(keep));
})();
