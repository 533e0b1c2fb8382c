"""The open questions of the lesson on collective work, asked where they stand and told in the file to keep."""

from collections.abc import Mapping

from kit.language import _
from kit.widgets import blocks
from kit.widgets.blocks import Block, Page
from kit.widgets.lessons.answers import Answers
from kit.widgets.lessons.lesson import Question


def collective_questions() -> Mapping[str, tuple[Question, ...]]:
    """The questions under the name of the place where they stand, in the order of the page."""
    return {
        "two": (Question("two/why", _("Why would it be so few? What is it like in a team that you know?")),),
        "file": (
            Question(
                "file/shared",
                _("What have these cases to do with each other?"),
                _("Write down what you see before you read on. 'Nothing' is an answer too."),
            ),
        ),
        "eye": (Question("eye/why", _("Why these three?")),),
        "rule": (
            Question(
                "rule/other",
                _("What would you still go and look at, though the rule does not pick it out?"),
                _("You know a street from the street. The rule knows it from a list."),
            ),
        ),
        "chance": (
            Question(
                "chance/say",
                _("What would you say to a colleague who says: 'look how many, there must be something going on'?"),
            ),
        ),
        "own-signal": (
            Question(
                "plan/own",
                _("What is it, and how do you know that more people share it?"),
                _("Without names and addresses."),
            ),
        ),
        "plan": (
            Question("plan/who", _("Who lives this? Who of them would you go and see first?"), _("No names.")),
            Question(
                "plan/say",
                _("What do they say of it themselves, and how will you find out?"),
                _("Do they share it? Do they want anything done together? Who decides that?"),
            ),
            Question(
                "plan/with",
                _("Which organisations and groups do you need, informal ones too?"),
                _("Who is already doing something? Who can change what keeps going wrong?"),
            ),
            Question(
                "plan/first", _("What is the first step, who takes it, and when?"), _("So small that it happens.")
            ),
            Question(
                "plan/not", _("And if residents do not want it?"), _("What then do you do, and what do you leave?")
            ),
        ),
        "years": (
            Question(
                "years/dip",
                _("Who notices the first months, and how would you explain it to them?"),
                _("Somebody on the waiting list, a colleague, the municipality."),
            ),
            Question("years/fail", _("When does it not work here, and which of those do you recognise?")),
        ),
        "team": (
            Question("team/hear", _("Which of these do you hear, or say yourself? What would help there?")),
            Question(
                "team/already",
                _("What does your team do already that goes this way, without calling it so?"),
                _("Think of a phone call to a landlord, a pattern that you named, two people whom you introduced."),
            ),
        ),
        "measure": (
            Question("measure/know", _("How would you know, without counting? And who says it?")),
            Question("measure/lost", _("What gets out of sight when this counts?")),
        ),
        "vision": (
            Question(
                "vision/place",
                _("You walk through the neighbourhood in ten or fifteen years. What do you see?"),
                _("Who meets whom, where, and what goes by itself then?"),
                3,
            ),
            Question(
                "vision/chances",
                _("What is there in the neighbourhood already, and who could gain by it or bring something?"),
            ),
            Question(
                "vision/alone",
                _("One community worker in a team is too few, Spierts finds. Who else, inside and outside the team?"),
                _("Also: who could make the social agenda of the neighbourhood with you?"),
            ),
            Question(
                "vision/policy",
                _("What would you tell the municipality, and what would you want to hear from it?"),
            ),
        ),
        "own": (
            Question(
                "own/seen",
                _("What do you see in your own register, and with whom would you check it?"),
                _("This answer is kept, the register is not. Leave out names."),
            ),
        ),
    }


def written(answers: Answers, place: str) -> Page:
    """The questions of one place, each with what was answered."""
    return [_field(answers, question) for question in collective_questions()[place]]


def _field(answers: Answers, q: Question) -> Block:
    return blocks.text(q.key, q.label, answers.get(q.key, ""), help=q.help, rows=q.rows)
