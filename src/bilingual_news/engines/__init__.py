"""Translation engines: the Protocol, the Argos/CTranslate2 engine, packages, and the term ladder."""
