// What the bar says. The language is the learner's choice in this browser, else the notebook's, else Dutch.

const KEY = "krachtenveld-lang";

const WORDS = {
  nl: {
    bar: "Deze pagina",
    text: "Inhoud",
    code: "Code",
    start: "Python start…",
    busy: "Bezig met klaarzetten…",
    ready: "Klaar",
    stopped: "Python is gestopt; we beginnen opnieuw…",
    off: "Python is gestopt",
    error: "Hier ging iets mis. Met ‘Toon code’ zie je wat.",
    missing: "Hier ontbreekt een cel die eerst nodig is.",
    ask: "Nog niet gestart",
    cut: "Niet compleet",
    why: "Dit notebook komt niet uit de kit. Start het alleen als je weet van wie het is.",
    torn: "In dit notebook ontbreken cellen, of ze staan in een andere volgorde dan in de kit. Wat je invulde is bewaard. Open het notebook opnieuw uit de kit, of start het zoals het nu is.",
    again: "Python is gestopt en kwam niet vanzelf terug. Start opnieuw om verder te gaan.",
    go: "Start",
    run: "Voer uit",
    own: "Jouw code",
    showCode: "Toon code",
    hideCode: "Verberg code",
    project: "Projecteer",
    unproject: "Stop projecteren",
    home: "Naar het begin",
  },
  en: {
    bar: "This page",
    text: "Content",
    code: "Code",
    start: "Python is starting…",
    busy: "Getting ready…",
    ready: "Ready",
    stopped: "Python has stopped; starting again…",
    off: "Python has stopped",
    error: "Something went wrong here. ‘Show code’ tells what.",
    missing: "A cell that is needed first is missing here.",
    ask: "Not started yet",
    cut: "Not complete",
    why: "This notebook is not part of the kit. Start it only if you know whose it is.",
    torn: "Cells are missing from this notebook, or stand in another order than in the kit. What you filled in was kept. Open the notebook from the kit again, or start it as it is now.",
    again: "Python has stopped and did not come back by itself. Start again to go on.",
    go: "Start",
    run: "Run",
    own: "Your code",
    showCode: "Show code",
    hideCode: "Hide code",
    project: "Project",
    unproject: "Stop projecting",
    home: "To the start",
  },
};

// A browser may forbid storage altogether; then the choice lasts as long as the page.
let chosen = null;

function stored() {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export const language = (notebooks) => [chosen, stored(), notebooks].find((code) => code in WORDS) ?? "nl";

export const words = (code) => WORDS[code];

// Anything on the page (00_start's switch does) may announce a choice: `new CustomEvent("krachtenveld-lang",
// {detail: "en"})` on window. Without a detail, what was stored counts.
export function onLanguage(listener) {
  const heard = (event) => {
    if (event.detail in WORDS) {
      chosen = event.detail;
      try {
        window.localStorage.setItem(KEY, chosen);
      } catch {
        // `chosen` holds it.
      }
    } else {
      chosen = null;
    }
    listener();
  };
  window.addEventListener(KEY, heard);
  return () => window.removeEventListener(KEY, heard);
}
