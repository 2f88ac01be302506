-- Takes back: ${title}

${script}
