"""The one picture: limb coordinates, places, drawing, its script and style. Places are computed apart from drawing."""
