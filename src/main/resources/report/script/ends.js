// The verdict, how to have the run again, and what it was made with.

function fillVerdict() {
  document.title = `${data.title} – initbench`;
  byId('title').textContent = data.title;
  byId('findings').replaceChildren(...data.verdict.findings.map(finding => element('div', { className: 'finding' },
    ...(finding.variant ? [element('p', { className: 'variant', textContent: finding.variant })] : []),
    element('p', { className: 'sentence', textContent: finding.sentence }),
    ...(finding.code ? [element('p', { className: 'code', textContent: finding.code })] : []),
    ...(finding.details.length ? [element('ul', {}, ...finding.details.map(detail => element('li', { textContent: detail })))] : []))));
}

function fillPictures() {
  byId('pictures').hidden = !data.images.length;
  byId('pictures').replaceChildren(element('div', { className: 'pair' }, ...data.images.map(image => element('figure', {},
    element('img', { src: image.source, alt: `${image.title}. ${image.description}` }),
    element('figcaption', { className: 'caption', textContent: image.description })))));
}

function fillEnd() {
  const again = data.reproduction;
  const parts = [];
  if (again.fileName) {
    const save = element('button', { type: 'button', textContent: `Save ${again.fileName}` });
    save.addEventListener('click', () => {
      const url = URL.createObjectURL(new Blob([again.study], { type: 'application/yaml' }));
      element('a', { href: url, download: again.fileName }).click();
      setTimeout(() => URL.revokeObjectURL(url));
    });
    parts.push(element('p', { textContent: `In a checkout of initbench, with the study below saved as ${again.fileName}:` }));
    parts.push(element('pre', { className: 'wrap', id: 'command', textContent: again.steps.join('\n') }));
    parts.push(element('p', {}, save), element('details', { id: 'study' },
      element('summary', { textContent: 'The whole study, every default written out' }),
      element('pre', { tabIndex: 0, textContent: again.study })));
  } else if (again.steps.length) {
    parts.push(element('p', { textContent: 'In a checkout of initbench:' }));
    parts.push(element('pre', { className: 'wrap', id: 'command', textContent: again.steps.join('\n') }));
  }
  if (again.note) parts.push(element('p', { className: 'note', textContent: again.note }));
  byId('reproduction').replaceChildren(...parts);
  byId('facts').replaceChildren(element('dl', {}, ...Object.entries(data.facts)
    .flatMap(([name, fact]) => [element('dt', { textContent: name }), element('dd', { textContent: fact })])));
  byId('notes').replaceChildren(...data.notes.map(note => element('li', { textContent: note })));
}
