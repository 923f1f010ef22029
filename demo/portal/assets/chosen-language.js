// Runs before the first paint, so that a user of another language sees no Dutch first (language.js).
{
  let chosen = null;
  try {
    chosen = window.localStorage.getItem('language');
  } catch {
    // A browser without storage shows Dutch.
  }
  if (chosen !== null && chosen !== 'nl') {
    document.documentElement.lang = chosen;
    document.documentElement.classList.add('awaits-words');
  }
}
