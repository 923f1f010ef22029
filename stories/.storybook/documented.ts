interface Named {
  readonly name: string;
  readonly description?: string;
}

interface Member extends Named {
  readonly privacy?: string;
  readonly type?: { readonly text: string };
}

interface Attribute extends Named {
  readonly fieldName?: string;
}

/** A class in a custom-elements manifest, as far as the documentation changes it. */
export interface Declaration {
  readonly members?: readonly Member[];
  readonly attributes?: readonly Attribute[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
}

/** What may be left out is shown by its default; a control asks for the type alone. */
const typeOf = ({ type }: Member) =>
  type ? { type: { text: type.text.replace(/ \| undefined$/, '') } } : {};

/** The attribute is told where its property is: a row of its own would be the same thing twice. */
const withAttribute = (member: Member, attributes: readonly Attribute[]): Member => {
  const attribute = attributes.find(({ fieldName }) => fieldName === member.name);
  const told = attribute ? `Attribute \`${attribute.name}\`.` : 'A property only.';
  return {
    ...member,
    ...typeOf(member),
    description: `${member.description ?? ''} ${told}`.trim(),
  };
};

/**
 * A class as its documentation tells it: what is its own is left out, and each thing has a name of its
 * own, as it is written in a page. Storybook keeps one row a name.
 */
export const documented = (declaration: Declaration): Declaration => ({
  ...declaration,
  members: (declaration.members ?? [])
    .filter(({ privacy = 'public' }) => privacy === 'public')
    .map((member) => withAttribute(member, declaration.attributes ?? [])),
  attributes: [],
  // The analyzer also guesses at events from calls of dispatchEvent; ours are described.
  events: (declaration.events ?? []).filter(({ description }) => description),
  slots: (declaration.slots ?? []).map((slot) => ({ ...slot, name: `slot="${slot.name}"` })),
  cssParts: (declaration.cssParts ?? []).map((part) => ({ ...part, name: `::part(${part.name})` })),
});
