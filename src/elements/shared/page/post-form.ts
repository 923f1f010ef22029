/**
 * Leaves for another page as a form does that is posted.
 *
 * The fields may hold a code or a password. They are in the value of inputs and in no attribute, which
 * the value of a hidden input would be, and are out of the page again before it is left.
 *
 * @param url Absolute.
 */
export function postForm(url: string, fields: Readonly<Record<string, string>>): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = url;
  form.hidden = true;
  form.append(...Object.entries(fields).map(([name, value]) => createInput(name, value)));
  document.body.append(form);
  // A field may be called "submit" or "remove", and the form's own method is then out of reach.
  HTMLFormElement.prototype.submit.call(form);
  Element.prototype.remove.call(form);
}

function createInput(name: string, value: string): HTMLInputElement {
  const input = document.createElement('input');
  input.type = 'text';
  input.name = name;
  input.value = value;
  return input;
}
