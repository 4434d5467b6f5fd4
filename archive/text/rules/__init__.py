"""The kinds of damage, a module each; `archive.text.rule_order` names them in their order."""
