"""Django's shell, without the models of histories, whose modules do not hold them: `Tag.history` does."""

from django.core.management.commands import shell


class Command(shell.Command):
    def get_auto_imports(self) -> list[str]:
        return [path for path in super().get_auto_imports() if ".Historical" not in path]
